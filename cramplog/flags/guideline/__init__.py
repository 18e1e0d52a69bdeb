"""What published guidance calls reasons to see a doctor (`GL-*`), each with its sources."""
