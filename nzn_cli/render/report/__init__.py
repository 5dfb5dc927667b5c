"""The page of `nzn report`: one file that opens from disk in any browser, and asks nothing of any network.

The page is a block of data (`report_data`) and one script (`report.js`), which makes every element itself and puts all
text in as text; the page's own policy lets nothing else run. Knows records alone, as all of `render` does.
"""
