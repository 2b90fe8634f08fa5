"""From the built folder to the web server: lean and packed files, policy, redirects, configurations, deployment.

In: a built site, what people wrote of moved addresses. Out: files that any static host serves, configurations for
nginx and Caddy, the register of addresses, a release on the server.
"""
