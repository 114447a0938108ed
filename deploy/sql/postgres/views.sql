-- `psql -f schema.sql -f views.sql`: the six datasets of the wall as one function, api.document(dataset, city, region).
\ir views/common.sql
\ir views/hotline.sql
\ir views/service-hall.sql
\ir views/video.sql
\ir views/data-aggregation.sql
\ir views/document.sql
\ir views/changes.sql
\ir views/lists.sql
\ir views/points.sql
