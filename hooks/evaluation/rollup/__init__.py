"""From the published data of many cities to a region's site, and on to a nation's: no figure is typed again."""
