"""What people do with the quarterly forum: prepare it, hold it, follow up what it decided."""
