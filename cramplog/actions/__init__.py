"""One function a command: opens the diary, calls a service, pairs its value with a renderer."""
