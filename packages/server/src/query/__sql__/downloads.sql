-- p0 = "UTC"
-- p1 = [1]
-- p2 = "2026-02-28"
-- p3 = "2026-03-04"
-- p4 = "2026-03-01"
-- p5 = "2026-03-03"
-- p6 = 102
-- p7 = 1
-- p8 = 100
WITH
  selection AS (
    SELECT *,
      nullIf(concat(arrayStringConcat(arraySlice(splitByChar('/', if(position(path(url), '%') = 0 AND position(path(url), '+') = 0, path(url), arrayStringConcat(arrayMap(part -> if(match(part, '(?i)^%[0-9a-f]{2}') AND isValidUTF8(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1'))) AND NOT match(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), '[\\p{Cc}\\x{61c}\\x{200e}\\x{200f}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]'), decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), part), extractAll(concat(substringIndex(path(url), '?', 1), replaceAll(substring(path(url), length(substringIndex(path(url), '?', 1)) + 1), '+', ' ')), '(?i)(?:%[0-9a-f]{2})+|%[0-9a-f]?(?:%[0-9a-f]{2})*|[^%]+'))))), 1, 2), '/'), if(length(splitByChar('/', if(position(path(url), '%') = 0 AND position(path(url), '+') = 0, path(url), arrayStringConcat(arrayMap(part -> if(match(part, '(?i)^%[0-9a-f]{2}') AND isValidUTF8(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1'))) AND NOT match(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), '[\\p{Cc}\\x{61c}\\x{200e}\\x{200f}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]'), decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), part), extractAll(concat(substringIndex(path(url), '?', 1), replaceAll(substring(path(url), length(substringIndex(path(url), '?', 1)) + 1), '+', ' ')), '(?i)(?:%[0-9a-f]{2})+|%[0-9a-f]?(?:%[0-9a-f]{2})*|[^%]+')))))) > 2, '/', '')), '') AS d0,
      nullIf(if(splitByChar('/', if(position(path(url), '%') = 0 AND position(path(url), '+') = 0, path(url), arrayStringConcat(arrayMap(part -> if(match(part, '(?i)^%[0-9a-f]{2}') AND isValidUTF8(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1'))) AND NOT match(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), '[\\p{Cc}\\x{61c}\\x{200e}\\x{200f}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]'), decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), part), extractAll(concat(substringIndex(path(url), '?', 1), replaceAll(substring(path(url), length(substringIndex(path(url), '?', 1)) + 1), '+', ' ')), '(?i)(?:%[0-9a-f]{2})+|%[0-9a-f]?(?:%[0-9a-f]{2})*|[^%]+')))))[3] = '', '', concat(arrayStringConcat(arraySlice(splitByChar('/', if(position(path(url), '%') = 0 AND position(path(url), '+') = 0, path(url), arrayStringConcat(arrayMap(part -> if(match(part, '(?i)^%[0-9a-f]{2}') AND isValidUTF8(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1'))) AND NOT match(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), '[\\p{Cc}\\x{61c}\\x{200e}\\x{200f}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]'), decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), part), extractAll(concat(substringIndex(path(url), '?', 1), replaceAll(substring(path(url), length(substringIndex(path(url), '?', 1)) + 1), '+', ' ')), '(?i)(?:%[0-9a-f]{2})+|%[0-9a-f]?(?:%[0-9a-f]{2})*|[^%]+'))))), 1, 3), '/'), if(length(splitByChar('/', if(position(path(url), '%') = 0 AND position(path(url), '+') = 0, path(url), arrayStringConcat(arrayMap(part -> if(match(part, '(?i)^%[0-9a-f]{2}') AND isValidUTF8(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1'))) AND NOT match(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), '[\\p{Cc}\\x{61c}\\x{200e}\\x{200f}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]'), decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), part), extractAll(concat(substringIndex(path(url), '?', 1), replaceAll(substring(path(url), length(substringIndex(path(url), '?', 1)) + 1), '+', ' ')), '(?i)(?:%[0-9a-f]{2})+|%[0-9a-f]?(?:%[0-9a-f]{2})*|[^%]+')))))) > 3, '/', ''))), '') AS d1,
      nullIf(if(splitByChar('/', if(position(path(url), '%') = 0 AND position(path(url), '+') = 0, path(url), arrayStringConcat(arrayMap(part -> if(match(part, '(?i)^%[0-9a-f]{2}') AND isValidUTF8(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1'))) AND NOT match(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), '[\\p{Cc}\\x{61c}\\x{200e}\\x{200f}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]'), decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), part), extractAll(concat(substringIndex(path(url), '?', 1), replaceAll(substring(path(url), length(substringIndex(path(url), '?', 1)) + 1), '+', ' ')), '(?i)(?:%[0-9a-f]{2})+|%[0-9a-f]?(?:%[0-9a-f]{2})*|[^%]+')))))[4] = '', '', concat(arrayStringConcat(arraySlice(splitByChar('/', if(position(path(url), '%') = 0 AND position(path(url), '+') = 0, path(url), arrayStringConcat(arrayMap(part -> if(match(part, '(?i)^%[0-9a-f]{2}') AND isValidUTF8(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1'))) AND NOT match(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), '[\\p{Cc}\\x{61c}\\x{200e}\\x{200f}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]'), decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), part), extractAll(concat(substringIndex(path(url), '?', 1), replaceAll(substring(path(url), length(substringIndex(path(url), '?', 1)) + 1), '+', ' ')), '(?i)(?:%[0-9a-f]{2})+|%[0-9a-f]?(?:%[0-9a-f]{2})*|[^%]+'))))), 1, 4), '/'), if(length(splitByChar('/', if(position(path(url), '%') = 0 AND position(path(url), '+') = 0, path(url), arrayStringConcat(arrayMap(part -> if(match(part, '(?i)^%[0-9a-f]{2}') AND isValidUTF8(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1'))) AND NOT match(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), '[\\p{Cc}\\x{61c}\\x{200e}\\x{200f}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]'), decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), part), extractAll(concat(substringIndex(path(url), '?', 1), replaceAll(substring(path(url), length(substringIndex(path(url), '?', 1)) + 1), '+', ' ')), '(?i)(?:%[0-9a-f]{2})+|%[0-9a-f]?(?:%[0-9a-f]{2})*|[^%]+')))))) > 4, '/', ''))), '') AS d2,
      nullIf(if(splitByChar('/', if(position(path(url), '%') = 0 AND position(path(url), '+') = 0, path(url), arrayStringConcat(arrayMap(part -> if(match(part, '(?i)^%[0-9a-f]{2}') AND isValidUTF8(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1'))) AND NOT match(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), '[\\p{Cc}\\x{61c}\\x{200e}\\x{200f}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]'), decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), part), extractAll(concat(substringIndex(path(url), '?', 1), replaceAll(substring(path(url), length(substringIndex(path(url), '?', 1)) + 1), '+', ' ')), '(?i)(?:%[0-9a-f]{2})+|%[0-9a-f]?(?:%[0-9a-f]{2})*|[^%]+')))))[5] = '', '', concat(arrayStringConcat(arraySlice(splitByChar('/', if(position(path(url), '%') = 0 AND position(path(url), '+') = 0, path(url), arrayStringConcat(arrayMap(part -> if(match(part, '(?i)^%[0-9a-f]{2}') AND isValidUTF8(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1'))) AND NOT match(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), '[\\p{Cc}\\x{61c}\\x{200e}\\x{200f}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]'), decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), part), extractAll(concat(substringIndex(path(url), '?', 1), replaceAll(substring(path(url), length(substringIndex(path(url), '?', 1)) + 1), '+', ' ')), '(?i)(?:%[0-9a-f]{2})+|%[0-9a-f]?(?:%[0-9a-f]{2})*|[^%]+'))))), 1, 5), '/'), if(length(splitByChar('/', if(position(path(url), '%') = 0 AND position(path(url), '+') = 0, path(url), arrayStringConcat(arrayMap(part -> if(match(part, '(?i)^%[0-9a-f]{2}') AND isValidUTF8(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1'))) AND NOT match(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), '[\\p{Cc}\\x{61c}\\x{200e}\\x{200f}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]'), decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), part), extractAll(concat(substringIndex(path(url), '?', 1), replaceAll(substring(path(url), length(substringIndex(path(url), '?', 1)) + 1), '+', ' ')), '(?i)(?:%[0-9a-f]{2})+|%[0-9a-f]?(?:%[0-9a-f]{2})*|[^%]+')))))) > 5, '/', ''))), '') AS d3,
      nullIf(concat(lower(extract(url, '(?i)^[a-z][a-z0-9+.-]*://[^/?#]*')), if(position(substring(url, length(extract(url, '(?i)^[a-z][a-z0-9+.-]*://[^/?#]*')) + 1), '%') = 0 AND position(substring(url, length(extract(url, '(?i)^[a-z][a-z0-9+.-]*://[^/?#]*')) + 1), '+') = 0, substring(url, length(extract(url, '(?i)^[a-z][a-z0-9+.-]*://[^/?#]*')) + 1), arrayStringConcat(arrayMap(part -> if(match(part, '(?i)^%[0-9a-f]{2}') AND isValidUTF8(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1'))) AND NOT match(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), '[\\p{Cc}\\x{61c}\\x{200e}\\x{200f}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]'), decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), part), extractAll(concat(substringIndex(substring(url, length(extract(url, '(?i)^[a-z][a-z0-9+.-]*://[^/?#]*')) + 1), '?', 1), replaceAll(substring(substring(url, length(extract(url, '(?i)^[a-z][a-z0-9+.-]*://[^/?#]*')) + 1), length(substringIndex(substring(url, length(extract(url, '(?i)^[a-z][a-z0-9+.-]*://[^/?#]*')) + 1), '?', 1)) + 1), '+', ' ')), '(?i)(?:%[0-9a-f]{2})+|%[0-9a-f]?(?:%[0-9a-f]{2})*|[^%]+'))))), '') AS d4
    FROM hits
    WHERE counter_id IN {p1:Array(UInt32)}
      AND toDate(at) BETWEEN {p2:Date} AND {p3:Date}
      AND toDate(at, {p0:String}) BETWEEN {p4:Date} AND {p5:Date}
      AND kind = 'download'
      AND NOT is_robot
      AND d0 IS NOT NULL
  ),
  grouped AS (
    SELECT grouping(d0) AS role,
      d0,
      d1,
      d2,
      d3,
      d4,
      count() AS n,
      toFloat64(count()) AS m0,
      toFloat64(uniqExact(visitor_id)) AS m1
    FROM selection
    GROUP BY GROUPING SETS ((d0, d1, d2, d3, d4), ())
  ),
  measured AS (
    SELECT *,
      countIf(role = 0) OVER () AS total_rows,
      minIf(m0, role = 0) OVER () AS min0,
      maxIf(m0, role = 0) OVER () AS max0,
      minIf(m1, role = 0) OVER () AS min1,
      maxIf(m1, role = 0) OVER () AS max1
    FROM grouped
  ),
  cut AS (
    SELECT *
    FROM measured
    WHERE role != 3
    ORDER BY role = 0, m0 DESC NULLS LAST, d0 ASC NULLS LAST, d1 ASC NULLS LAST, d2 ASC NULLS LAST, d3 ASC NULLS LAST, d4 ASC NULLS LAST
    LIMIT {p6:UInt64}
  )
SELECT *
FROM (SELECT *, row_number() OVER (PARTITION BY role ORDER BY m0 DESC NULLS LAST, d0 ASC NULLS LAST, d1 ASC NULLS LAST, d2 ASC NULLS LAST, d3 ASC NULLS LAST, d4 ASC NULLS LAST) AS place FROM cut)
WHERE role != 0 OR place BETWEEN {p7:UInt64} AND {p8:UInt64}
ORDER BY role, place
SETTINGS do_not_merge_across_partitions_select_final = 1
