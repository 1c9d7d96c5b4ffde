-- p0 = [1]
-- p1 = "2026-02-27"
-- p2 = "2026-03-05"
-- p3 = "UTC"
-- p4 = "2026-03-01"
-- p5 = "2026-03-03"
-- p6 = "2026-02-28"
-- p7 = "2026-03-07"
-- p8 = "2026-03-06"
-- p9 = "cart"
-- p10 = "2020-01-01"
-- p11 = [7]
WITH
  selection AS (
    SELECT *
    FROM (
      SELECT * FROM visits WHERE opened_on < (SELECT argMax(day, (number, -toInt32(day))) FROM closed_days)
      UNION ALL
      SELECT * FROM visits FINAL WHERE opened_on >= (SELECT argMax(day, (number, -toInt32(day))) FROM closed_days)
    ) AS visits
    WHERE counter_id IN {p0:Array(UInt32)}
      AND opened_on BETWEEN {p1:Date} AND {p2:Date}
      AND toDate(started_at, {p3:String}) BETWEEN {p4:Date} AND {p5:Date}
      AND NOT is_robot
      AND (((counter_id, visit_id) IN (
      SELECT counter_id, visit_id
      FROM (
      SELECT *, page, if(position(url, '%') = 0 AND position(url, '+') = 0 AND url = lower(url), url, concat(lower(extract(url, '(?i)^[a-z][a-z0-9+.-]*://[^/?#]*')), if(position(substring(url, length(extract(url, '(?i)^[a-z][a-z0-9+.-]*://[^/?#]*')) + 1), '%') = 0 AND position(substring(url, length(extract(url, '(?i)^[a-z][a-z0-9+.-]*://[^/?#]*')) + 1), '+') = 0, substring(url, length(extract(url, '(?i)^[a-z][a-z0-9+.-]*://[^/?#]*')) + 1), arrayStringConcat(arrayMap(part -> if(match(part, '(?i)^%[0-9a-f]{2}') AND isValidUTF8(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1'))) AND NOT match(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), '[\\p{Cc}\\x{61c}\\x{200e}\\x{200f}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]'), decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), part), extractAll(concat(substringIndex(substring(url, length(extract(url, '(?i)^[a-z][a-z0-9+.-]*://[^/?#]*')) + 1), '?', 1), replaceAll(substring(substring(url, length(extract(url, '(?i)^[a-z][a-z0-9+.-]*://[^/?#]*')) + 1), length(substringIndex(substring(url, length(extract(url, '(?i)^[a-z][a-z0-9+.-]*://[^/?#]*')) + 1), '?', 1)) + 1), '+', ' ')), '(?i)(?:%[0-9a-f]{2})+|%[0-9a-f]?(?:%[0-9a-f]{2})*|[^%]+')))))) AS shared0
      FROM hits
    ) AS looked_at
      WHERE counter_id IN {p0:Array(UInt32)} AND toDate(at) BETWEEN {p6:Date} AND {p7:Date} AND toDate(at, {p3:String}) BETWEEN {p4:Date} AND {p8:Date} AND kind = 'view' AND NOT is_robot AND (position(shared0, {p9:String}) > 0 OR position(url, {p9:String}) > 0)
    )) AND NOT ((visitor_id) IN (
      SELECT visitor_id
      FROM (
      SELECT * FROM visits WHERE opened_on < (SELECT argMax(day, (number, -toInt32(day))) FROM closed_days)
      UNION ALL
      SELECT * FROM visits FINAL WHERE opened_on >= (SELECT argMax(day, (number, -toInt32(day))) FROM closed_days)
    ) AS visits
      WHERE counter_id IN {p0:Array(UInt32)} AND NOT is_robot AND ((toString(toDate(started_at, {p3:String})) >= {p10:String}) AND (hasAny(goal_ids, {p11:Array(UInt64)})))
    )))
  ),
  grouped AS (
    SELECT 1 AS role,
      count() AS n,
      toFloat64(count()) AS m0
    FROM selection
  )
SELECT *
FROM grouped
SETTINGS do_not_merge_across_partitions_select_final = 1
