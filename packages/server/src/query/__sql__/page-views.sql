-- p0 = "UTC"
-- p1 = [1]
-- p2 = "2026-02-28"
-- p3 = "2026-03-04"
-- p4 = "2026-03-01"
-- p5 = "2026-03-03"
-- p6 = "2026-02-24"
-- p7 = "2026-03-05"
-- p8 = 102
WITH
  selection AS (
    SELECT *,
      nullIf(if(position(path(url), '%') = 0 AND position(path(url), '+') = 0, path(url), arrayStringConcat(arrayMap(part -> if(match(part, '(?i)^%[0-9a-f]{2}') AND isValidUTF8(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1'))) AND NOT match(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), '[\\p{Cc}\\x{61c}\\x{200e}\\x{200f}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]'), decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), part), extractAll(concat(substringIndex(path(url), '?', 1), replaceAll(substring(path(url), length(substringIndex(path(url), '?', 1)) + 1), '+', ' ')), '(?i)(?:%[0-9a-f]{2})+|%[0-9a-f]?(?:%[0-9a-f]{2})*|[^%]+')))), '') AS d0,
      nullIf(significant_traffic_source, '') AS d1
    FROM hits ANY LEFT JOIN (
      SELECT counter_id, visit_id, significant_traffic_source
      FROM (
      SELECT * FROM visits WHERE opened_on < (SELECT argMax(day, (number, -toInt32(day))) FROM closed_days)
      UNION ALL
      SELECT * FROM visits FINAL WHERE opened_on >= (SELECT argMax(day, (number, -toInt32(day))) FROM closed_days)
    ) AS visits
      WHERE counter_id IN {p1:Array(UInt32)} AND opened_on BETWEEN {p6:Date} AND {p7:Date}
    ) AS visit USING (counter_id, visit_id)
    WHERE counter_id IN {p1:Array(UInt32)}
      AND toDate(at) BETWEEN {p2:Date} AND {p3:Date}
      AND toDate(at, {p0:String}) BETWEEN {p4:Date} AND {p5:Date}
      AND kind = 'view'
      AND NOT is_robot
      AND d0 IS NOT NULL
  ),
  grouped AS (
    SELECT grouping(d0) AS role,
      d0,
      d1,
      count() AS n,
      toFloat64(count()) AS m0,
      toFloat64(uniqExact(visitor_id)) AS m1
    FROM selection
    GROUP BY GROUPING SETS ((d0, d1), ())
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
ORDER BY role = 0, m0 DESC NULLS LAST, d0 ASC NULLS LAST, d1 ASC NULLS LAST
LIMIT {p8:UInt64}
SETTINGS do_not_merge_across_partitions_select_final = 1
