try:
    import json
except ImportError, problem:
    print problem

ALLOWED_HOSTS = ["shop.example.com"]
MEDIA_ROOT = "/app/media"
LOGGING = {
