-- p0 = "UTC"
-- p1 = [1]
-- p2 = "2026-02-27"
-- p3 = "2026-03-05"
-- p4 = "2026-03-01"
-- p5 = "2026-03-03"
-- p6 = "EUR"
-- p7 = [8]
-- p8 = 102
WITH
  selection AS (
    SELECT *,
      nullIf(significant_utm_source, '') AS d0,
      nullIf(significant_utm_medium, '') AS d1,
      nullIf(significant_utm_campaign, '') AS d2,
      nullIf(significant_utm_content, '') AS d3,
      nullIf(significant_utm_term, '') AS d4
    FROM (
      SELECT counter_id, visit_id, visitor_id, opened_on, started_at, is_robot, utm_source, utm_medium, utm_campaign, utm_content, utm_term, first_utm_source, first_utm_medium, first_utm_campaign, first_utm_content, first_utm_term, significant_utm_source, significant_utm_medium, significant_utm_campaign, significant_utm_content, significant_utm_term,
        goal_ids, goal_times, goal_prices, goal_currencies,
        0 AS is_cost, CAST([], 'Array(Tuple(String, Float64))') AS cost_prices, toUInt64(0) AS cost_clicks
      FROM (
      SELECT * FROM visits WHERE opened_on < (SELECT argMax(day, (number, -toInt32(day))) FROM closed_days)
      UNION ALL
      SELECT * FROM visits FINAL WHERE opened_on >= (SELECT argMax(day, (number, -toInt32(day))) FROM closed_days)
    ) AS visits
      UNION ALL
      SELECT counter_id, toUInt64(0), toUInt64(0), day, toDateTime(addHours(toDateTime(day, {p0:String}), 12), 'UTC'), false,
        source, medium, campaign, content, term, source, medium, campaign, content, term, source, medium, campaign, content, term, [], [], [], [],
        1, newest_prices, newest_clicks
      FROM (SELECT counter_id, day, source, medium, campaign, content, term, argMax(prices, upload_id) AS newest_prices, argMax(clicks, upload_id) AS newest_clicks
      FROM costs
      GROUP BY counter_id, day, source, medium, campaign, content, term)
    ) AS costs
    WHERE counter_id IN {p1:Array(UInt32)}
      AND opened_on BETWEEN {p2:Date} AND {p3:Date}
      AND toDate(started_at, {p0:String}) BETWEEN {p4:Date} AND {p5:Date}
      AND (is_cost = 1 OR significant_utm_source != '')
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
      countIf(is_cost = 0) AS n,
      toFloat64(sumArray(arrayMap(x -> if(x.1 = {p6:String}, toInt128(round(x.2 * 1e6)), 0), arrayMap(x -> (x.1, x.2, started_at), cost_prices))) / 1e6) AS m0,
      toFloat64(sum(cost_clicks)) AS m1,
      toFloat64(if(countIf(is_cost = 1) > 0, sumArray(arrayMap(x -> if(x.1 = {p6:String}, toInt128(round(x.2 * 1e6)), 0), arrayMap(x -> (x.1, x.2, started_at), cost_prices))) / 1e6 / nullIf(sum(cost_clicks), 0), NULL)) AS m2,
      toFloat64(countIf(is_cost = 0)) AS m3,
      toFloat64(sum(arrayCount(g -> has({p7:Array(UInt64)}, g), goal_ids))) AS m4,
      toFloat64(if(countIf(is_cost = 1) > 0, sumArray(arrayMap(x -> if(x.1 = {p6:String}, toInt128(round(x.2 * 1e6)), 0), arrayMap(x -> (x.1, x.2, started_at), cost_prices))) / 1e6 / nullIf(sum(arrayCount(g -> has({p7:Array(UInt64)}, g), goal_ids)), 0), NULL)) AS m5,
      toFloat64(sumArray(arrayMap((g, p, c) -> if(has({p7:Array(UInt64)}, g) AND c = {p6:String}, toInt128(round(p * 1e6)), 0), goal_ids, goal_prices, goal_currencies)) / 1e6) AS m6,
      toFloat64(if(notEmpty({p7:Array(UInt64)}), if(countIf(is_cost = 1) > 0, sumArray(arrayMap((g, p, c) -> if(has({p7:Array(UInt64)}, g) AND c = {p6:String}, toInt128(round(p * 1e6)), 0), goal_ids, goal_prices, goal_currencies)) / 1e6 - sumArray(arrayMap(x -> if(x.1 = {p6:String}, toInt128(round(x.2 * 1e6)), 0), arrayMap(x -> (x.1, x.2, started_at), cost_prices))) / 1e6, NULL), NULL)) AS m7,
      toFloat64(if(notEmpty({p7:Array(UInt64)}), 100 * (sumArray(arrayMap((g, p, c) -> if(has({p7:Array(UInt64)}, g) AND c = {p6:String}, toInt128(round(p * 1e6)), 0), goal_ids, goal_prices, goal_currencies)) / 1e6 - sumArray(arrayMap(x -> if(x.1 = {p6:String}, toInt128(round(x.2 * 1e6)), 0), arrayMap(x -> (x.1, x.2, started_at), cost_prices))) / 1e6) / nullIf(sumArray(arrayMap(x -> if(x.1 = {p6:String}, toInt128(round(x.2 * 1e6)), 0), arrayMap(x -> (x.1, x.2, started_at), cost_prices))) / 1e6, 0), NULL)) AS m8,
      toJSONString((sumMap(arrayMap(x -> x.1, arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayMap(x -> (x.1, x.2, started_at), cost_prices))), arrayMap(x -> toInt128(round(x.2 * 1e6)), arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayMap(x -> (x.1, x.2, started_at), cost_prices)))).1, arrayMap(s -> toString(s), sumMap(arrayMap(x -> x.1, arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayMap(x -> (x.1, x.2, started_at), cost_prices))), arrayMap(x -> toInt128(round(x.2 * 1e6)), arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayMap(x -> (x.1, x.2, started_at), cost_prices)))).2))) AS other_costs0,
      toJSONString((sumMap(arrayMap(x -> x.1, arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayMap(x -> (x.1, x.2, started_at), cost_prices))), arrayMap(x -> toInt128(round(x.2 * 1e6)), arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayMap(x -> (x.1, x.2, started_at), cost_prices)))).1, arrayMap(s -> toString(s), sumMap(arrayMap(x -> x.1, arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayMap(x -> (x.1, x.2, started_at), cost_prices))), arrayMap(x -> toInt128(round(x.2 * 1e6)), arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayMap(x -> (x.1, x.2, started_at), cost_prices)))).2))) AS other_costs2,
      toJSONString((sumMap(arrayMap(x -> x.1, arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayMap(x -> (x.1, x.2, started_at), cost_prices))), arrayMap(x -> toInt128(round(x.2 * 1e6)), arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayMap(x -> (x.1, x.2, started_at), cost_prices)))).1, arrayMap(s -> toString(s), sumMap(arrayMap(x -> x.1, arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayMap(x -> (x.1, x.2, started_at), cost_prices))), arrayMap(x -> toInt128(round(x.2 * 1e6)), arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayMap(x -> (x.1, x.2, started_at), cost_prices)))).2))) AS other_costs5,
      toJSONString((sumMap(arrayMap(x -> x.1, arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayFilter((x, g) -> has({p7:Array(UInt64)}, g), arrayZip(goal_currencies, goal_prices), goal_ids))), arrayMap(x -> toInt128(round(x.2 * 1e6)), arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayFilter((x, g) -> has({p7:Array(UInt64)}, g), arrayZip(goal_currencies, goal_prices), goal_ids)))).1, arrayMap(s -> toString(s), sumMap(arrayMap(x -> x.1, arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayFilter((x, g) -> has({p7:Array(UInt64)}, g), arrayZip(goal_currencies, goal_prices), goal_ids))), arrayMap(x -> toInt128(round(x.2 * 1e6)), arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayFilter((x, g) -> has({p7:Array(UInt64)}, g), arrayZip(goal_currencies, goal_prices), goal_ids)))).2))) AS other6,
      toJSONString((sumMap(arrayMap(x -> x.1, arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayFilter((x, g) -> has({p7:Array(UInt64)}, g), arrayZip(goal_currencies, goal_prices), goal_ids))), arrayMap(x -> toInt128(round(x.2 * 1e6)), arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayFilter((x, g) -> has({p7:Array(UInt64)}, g), arrayZip(goal_currencies, goal_prices), goal_ids)))).1, arrayMap(s -> toString(s), sumMap(arrayMap(x -> x.1, arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayFilter((x, g) -> has({p7:Array(UInt64)}, g), arrayZip(goal_currencies, goal_prices), goal_ids))), arrayMap(x -> toInt128(round(x.2 * 1e6)), arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayFilter((x, g) -> has({p7:Array(UInt64)}, g), arrayZip(goal_currencies, goal_prices), goal_ids)))).2))) AS other7,
      toJSONString((sumMap(arrayMap(x -> x.1, arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayMap(x -> (x.1, x.2, started_at), cost_prices))), arrayMap(x -> toInt128(round(x.2 * 1e6)), arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayMap(x -> (x.1, x.2, started_at), cost_prices)))).1, arrayMap(s -> toString(s), sumMap(arrayMap(x -> x.1, arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayMap(x -> (x.1, x.2, started_at), cost_prices))), arrayMap(x -> toInt128(round(x.2 * 1e6)), arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayMap(x -> (x.1, x.2, started_at), cost_prices)))).2))) AS other_costs7,
      toJSONString((sumMap(arrayMap(x -> x.1, arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayFilter((x, g) -> has({p7:Array(UInt64)}, g), arrayZip(goal_currencies, goal_prices), goal_ids))), arrayMap(x -> toInt128(round(x.2 * 1e6)), arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayFilter((x, g) -> has({p7:Array(UInt64)}, g), arrayZip(goal_currencies, goal_prices), goal_ids)))).1, arrayMap(s -> toString(s), sumMap(arrayMap(x -> x.1, arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayFilter((x, g) -> has({p7:Array(UInt64)}, g), arrayZip(goal_currencies, goal_prices), goal_ids))), arrayMap(x -> toInt128(round(x.2 * 1e6)), arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayFilter((x, g) -> has({p7:Array(UInt64)}, g), arrayZip(goal_currencies, goal_prices), goal_ids)))).2))) AS other8,
      toJSONString((sumMap(arrayMap(x -> x.1, arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayMap(x -> (x.1, x.2, started_at), cost_prices))), arrayMap(x -> toInt128(round(x.2 * 1e6)), arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayMap(x -> (x.1, x.2, started_at), cost_prices)))).1, arrayMap(s -> toString(s), sumMap(arrayMap(x -> x.1, arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayMap(x -> (x.1, x.2, started_at), cost_prices))), arrayMap(x -> toInt128(round(x.2 * 1e6)), arrayFilter(x -> x.1 != {p6:String} AND x.2 > 0, arrayMap(x -> (x.1, x.2, started_at), cost_prices)))).2))) AS other_costs8
    FROM selection
    GROUP BY GROUPING SETS ((d0, d1, d2, d3, d4), ())
  ),
  measured AS (
    SELECT *,
      countIf(role = 0) OVER () AS total_rows,
      minIf(m0, role = 0) OVER () AS min0,
      maxIf(m0, role = 0) OVER () AS max0,
      minIf(m1, role = 0) OVER () AS min1,
      maxIf(m1, role = 0) OVER () AS max1,
      minIf(m2, role = 0) OVER () AS min2,
      maxIf(m2, role = 0) OVER () AS max2,
      minIf(m3, role = 0) OVER () AS min3,
      maxIf(m3, role = 0) OVER () AS max3,
      minIf(m4, role = 0) OVER () AS min4,
      maxIf(m4, role = 0) OVER () AS max4,
      minIf(m5, role = 0) OVER () AS min5,
      maxIf(m5, role = 0) OVER () AS max5,
      minIf(m6, role = 0) OVER () AS min6,
      maxIf(m6, role = 0) OVER () AS max6,
      minIf(m7, role = 0) OVER () AS min7,
      maxIf(m7, role = 0) OVER () AS max7,
      minIf(m8, role = 0) OVER () AS min8,
      maxIf(m8, role = 0) OVER () AS max8
    FROM grouped
  )
SELECT *
FROM measured
WHERE role != 3
ORDER BY role = 0, m0 DESC NULLS LAST, d0 ASC NULLS LAST, d1 ASC NULLS LAST, d2 ASC NULLS LAST, d3 ASC NULLS LAST, d4 ASC NULLS LAST
LIMIT {p8:UInt64}
SETTINGS do_not_merge_across_partitions_select_final = 1
