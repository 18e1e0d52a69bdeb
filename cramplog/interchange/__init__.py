"""File formats: values to bytes and back. Nothing here touches the diary."""
