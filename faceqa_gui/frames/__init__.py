"""Frame sources: camera, video file, network stream, image folder and the demo subject."""
