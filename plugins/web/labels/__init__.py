"""What a page says of itself to machines: labels of government sites, Open Graph, structured data.

In: a view and the publication. Out: `head.Head`; what the publication leaves half said is a finding.
"""
