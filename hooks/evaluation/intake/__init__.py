"""From the Word and Excel files that units send to drafts of what `load` reads; nothing is accepted unseen."""
