"""Services that start themselves inside `VAR_DIR` when no URL names an outside one."""
