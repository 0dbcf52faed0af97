"""The places of this app in the menu and its words in the trail, one file a subject; `apps` calls each `register`."""
