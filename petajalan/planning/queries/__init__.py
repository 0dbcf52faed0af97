from petajalan.planning.queries.road_maps import current_road_map, road_map_json

__all__ = ["current_road_map", "road_map_json"]
