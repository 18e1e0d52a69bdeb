"""The guide: what helps, what may be behind a cramp, when to see a doctor.

What the article claims stands as the article's, with its paragraph, and with today's caution and
its source where there is one. What is unsafe is there only as something not to do, with the
reason. Everything is in the program: no network, and dated by the day the sources were read.
"""
