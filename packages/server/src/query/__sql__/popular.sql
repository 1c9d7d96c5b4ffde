-- p0 = "UTC"
-- p1 = [1]
-- p2 = "2026-02-28"
-- p3 = "2026-03-04"
-- p4 = "2026-03-01"
-- p5 = "2026-03-03"
-- p6 = 102
WITH
  selection AS (
    SELECT *,
      if(position(path(url), '%') = 0 AND position(path(url), '+') = 0, path(url), arrayStringConcat(arrayMap(part -> if(match(part, '(?i)^%[0-9a-f]{2}') AND isValidUTF8(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1'))) AND NOT match(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), '[\\p{Cc}\\x{61c}\\x{200e}\\x{200f}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]'), decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), part), extractAll(concat(substringIndex(path(url), '?', 1), replaceAll(substring(path(url), length(substringIndex(path(url), '?', 1)) + 1), '+', ' ')), '(?i)(?:%[0-9a-f]{2})+|%[0-9a-f]?(?:%[0-9a-f]{2})*|[^%]+')))) AS path0,
      nullIf(substring(path0, 1, length(substringIndex(path0, '/', 2)) + 1), '') AS d0,
      nullIf(if(length(substringIndex(path0, '/', 3)) - length(substringIndex(path0, '/', 2)) > 1, substring(path0, 1, length(substringIndex(path0, '/', 3)) + 1), ''), '') AS d1,
      nullIf(if(length(substringIndex(path0, '/', 4)) - length(substringIndex(path0, '/', 3)) > 1, substring(path0, 1, length(substringIndex(path0, '/', 4)) + 1), ''), '') AS d2,
      nullIf(if(length(substringIndex(path0, '/', 5)) - length(substringIndex(path0, '/', 4)) > 1, substring(path0, 1, length(substringIndex(path0, '/', 5)) + 1), ''), '') AS d3,
      nullIf(if(position(url, '%') = 0 AND position(url, '+') = 0 AND url = lower(url), url, concat(lower(extract(url, '(?i)^[a-z][a-z0-9+.-]*://[^/?#]*')), if(position(substring(url, length(extract(url, '(?i)^[a-z][a-z0-9+.-]*://[^/?#]*')) + 1), '%') = 0 AND position(substring(url, length(extract(url, '(?i)^[a-z][a-z0-9+.-]*://[^/?#]*')) + 1), '+') = 0, substring(url, length(extract(url, '(?i)^[a-z][a-z0-9+.-]*://[^/?#]*')) + 1), arrayStringConcat(arrayMap(part -> if(match(part, '(?i)^%[0-9a-f]{2}') AND isValidUTF8(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1'))) AND NOT match(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), '[\\p{Cc}\\x{61c}\\x{200e}\\x{200f}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]'), decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), part), extractAll(concat(substringIndex(substring(url, length(extract(url, '(?i)^[a-z][a-z0-9+.-]*://[^/?#]*')) + 1), '?', 1), replaceAll(substring(substring(url, length(extract(url, '(?i)^[a-z][a-z0-9+.-]*://[^/?#]*')) + 1), length(substringIndex(substring(url, length(extract(url, '(?i)^[a-z][a-z0-9+.-]*://[^/?#]*')) + 1), '?', 1)) + 1), '+', ' ')), '(?i)(?:%[0-9a-f]{2})+|%[0-9a-f]?(?:%[0-9a-f]{2})*|[^%]+')))))), '') AS d4
    FROM hits
    WHERE counter_id IN {p1:Array(UInt32)}
      AND toDate(at) BETWEEN {p2:Date} AND {p3:Date}
      AND toDate(at, {p0:String}) BETWEEN {p4:Date} AND {p5:Date}
      AND kind = 'view'
      AND NOT is_robot
      AND d0 IS NOT NULL
  ),
  grouped AS (
    SELECT * EXCEPT (levels0),
      nullIf(substring(levels0, 1, length(substringIndex(levels0, '/', 2)) + 1), '') AS d0,
      nullIf(if(length(substringIndex(levels0, '/', 3)) - length(substringIndex(levels0, '/', 2)) > 1, substring(levels0, 1, length(substringIndex(levels0, '/', 3)) + 1), ''), '') AS d1,
      nullIf(if(length(substringIndex(levels0, '/', 4)) - length(substringIndex(levels0, '/', 3)) > 1, substring(levels0, 1, length(substringIndex(levels0, '/', 4)) + 1), ''), '') AS d2,
      nullIf(if(length(substringIndex(levels0, '/', 5)) - length(substringIndex(levels0, '/', 4)) > 1, substring(levels0, 1, length(substringIndex(levels0, '/', 5)) + 1), ''), '') AS d3
    FROM (
    SELECT grouping(levels0) AS role,
      levels0,
      d4,
      count() AS n,
      toFloat64(count()) AS m0,
      toFloat64(uniqExact(visitor_id)) AS m1
    FROM (SELECT *, if(endsWith(substring(path0, 1, length(substringIndex(path0, '/', 5)) + 1), '//'), if(length(substringIndex(path0, '/', 5)) - length(substringIndex(path0, '/', 4)) > 1, substring(path0, 1, length(substringIndex(path0, '/', 5)) + 1), if(length(substringIndex(path0, '/', 4)) - length(substringIndex(path0, '/', 3)) > 1, substring(path0, 1, length(substringIndex(path0, '/', 4)) + 1), if(length(substringIndex(path0, '/', 3)) - length(substringIndex(path0, '/', 2)) > 1, substring(path0, 1, length(substringIndex(path0, '/', 3)) + 1), if(path0 != '', substring(path0, 1, length(substringIndex(path0, '/', 2)) + 1), '')))), substring(path0, 1, length(substringIndex(path0, '/', 5)) + 1)) AS levels0 FROM selection)
    GROUP BY GROUPING SETS ((levels0, d4), ())
    )
  ),
  measured AS (
    SELECT *,
      countIf(role = 0) OVER () AS total_rows,
      minIf(m0, role = 0) OVER () AS min0,
      maxIf(m0, role = 0) OVER () AS max0,
      minIf(m1, role = 0) OVER () AS min1,
      maxIf(m1, role = 0) OVER () AS max1
    FROM grouped
  )
SELECT *
FROM measured
WHERE role != 3
ORDER BY role = 0, m0 DESC NULLS LAST, d0 ASC NULLS LAST, d1 ASC NULLS LAST, d2 ASC NULLS LAST, d3 ASC NULLS LAST, d4 ASC NULLS LAST
LIMIT {p6:UInt64}
SETTINGS do_not_merge_across_partitions_select_final = 1
