-- p0 = "UTC"
-- p1 = [7,8]
-- p2 = [1]
-- p3 = "2026-02-28"
-- p4 = "2026-03-04"
-- p5 = "2026-03-01"
-- p6 = "2026-03-03"
-- p7 = 102
WITH
  selection AS (
    SELECT *,
      arrayDistinct(arrayMap(r -> toJSONString(CAST([toString(nullIf(if(r.4 = 0, '', toString(r.4)), '')), toString(nullIf(r.2[1], '')), toString(nullIf(r.2[2], '')), toString(nullIf(r.2[3], '')), toString(nullIf(r.2[4], '')), toString(nullIf(r.2[5], ''))], 'Array(Nullable(String))')), arrayFilter(r -> isNotNull(nullIf(if(r.4 = 0, '', toString(r.4)), '')), arrayFlatten(arrayMap(p -> arrayMap(g -> (p.1, p.2, p.3, g), if(empty(arrayDistinct(arrayIntersect(goal_ids, {p1:Array(UInt64)}))), [0], arrayDistinct(arrayIntersect(goal_ids, {p1:Array(UInt64)})))), if(empty(CAST(arrayFilter(p -> notEmpty(p.2), arrayMap((e, i) -> (i, if(multiIf(startsWith(e.2, '"'), JSONExtractString(e.2), e.2 IN ('true', 'false'), e.2, '') = '', e.1, arrayPushBack(e.1, multiIf(startsWith(e.2, '"'), JSONExtractString(e.2), e.2 IN ('true', 'false'), e.2, ''))), if(abs(ifNull(toFloat64OrNull(e.2), 1e300)) <= 1e15, toFloat64OrNull(e.2), NULL)), arrayFold((acc, i) -> arrayFlatten(arrayMap(e -> multiIf(startsWith(e.2, '{'), arrayMap(kv -> (arrayPushBack(e.1, kv.1), kv.2), JSONExtractKeysAndValuesRaw(e.2)), startsWith(e.2, '['), arrayMap(x -> (arrayPushBack(e.1, '[Parameters]'), x), JSONExtractArrayRaw(e.2)), [e]), acc)), range(11), CAST(arrayMap(x -> ([], x), [if(match(params, '[0-9]{19}|[eE][+]?[0-9]{3}'), arrayStringConcat(arrayMap(x -> if(NOT startsWith(x, '"') AND match(x, '^-?(?:[0-9]{19,}(?:[.eE].*)?|.*[eE]\\+?[0-9]{3,})$'), concat('"', x, '"'), x), extractAll(params, '"(?:[^"\\\\]|\\\\.)*"|-?[0-9][0-9.eE+-]*|[^"0-9-]+|-'))), params)]), 'Array(Tuple(Array(String), String))')), arrayEnumerate(arrayFold((acc, i) -> arrayFlatten(arrayMap(e -> multiIf(startsWith(e.2, '{'), arrayMap(kv -> (arrayPushBack(e.1, kv.1), kv.2), JSONExtractKeysAndValuesRaw(e.2)), startsWith(e.2, '['), arrayMap(x -> (arrayPushBack(e.1, '[Parameters]'), x), JSONExtractArrayRaw(e.2)), [e]), acc)), range(11), CAST(arrayMap(x -> ([], x), [if(match(params, '[0-9]{19}|[eE][+]?[0-9]{3}'), arrayStringConcat(arrayMap(x -> if(NOT startsWith(x, '"') AND match(x, '^-?(?:[0-9]{19,}(?:[.eE].*)?|.*[eE]\\+?[0-9]{3,})$'), concat('"', x, '"'), x), extractAll(params, '"(?:[^"\\\\]|\\\\.)*"|-?[0-9][0-9.eE+-]*|[^"0-9-]+|-'))), params)]), 'Array(Tuple(Array(String), String))'))))), 'Array(Tuple(UInt32, Array(String), Nullable(Float64)))')), [(0, [], NULL)], CAST(arrayFilter(p -> notEmpty(p.2), arrayMap((e, i) -> (i, if(multiIf(startsWith(e.2, '"'), JSONExtractString(e.2), e.2 IN ('true', 'false'), e.2, '') = '', e.1, arrayPushBack(e.1, multiIf(startsWith(e.2, '"'), JSONExtractString(e.2), e.2 IN ('true', 'false'), e.2, ''))), if(abs(ifNull(toFloat64OrNull(e.2), 1e300)) <= 1e15, toFloat64OrNull(e.2), NULL)), arrayFold((acc, i) -> arrayFlatten(arrayMap(e -> multiIf(startsWith(e.2, '{'), arrayMap(kv -> (arrayPushBack(e.1, kv.1), kv.2), JSONExtractKeysAndValuesRaw(e.2)), startsWith(e.2, '['), arrayMap(x -> (arrayPushBack(e.1, '[Parameters]'), x), JSONExtractArrayRaw(e.2)), [e]), acc)), range(11), CAST(arrayMap(x -> ([], x), [if(match(params, '[0-9]{19}|[eE][+]?[0-9]{3}'), arrayStringConcat(arrayMap(x -> if(NOT startsWith(x, '"') AND match(x, '^-?(?:[0-9]{19,}(?:[.eE].*)?|.*[eE]\\+?[0-9]{3,})$'), concat('"', x, '"'), x), extractAll(params, '"(?:[^"\\\\]|\\\\.)*"|-?[0-9][0-9.eE+-]*|[^"0-9-]+|-'))), params)]), 'Array(Tuple(Array(String), String))')), arrayEnumerate(arrayFold((acc, i) -> arrayFlatten(arrayMap(e -> multiIf(startsWith(e.2, '{'), arrayMap(kv -> (arrayPushBack(e.1, kv.1), kv.2), JSONExtractKeysAndValuesRaw(e.2)), startsWith(e.2, '['), arrayMap(x -> (arrayPushBack(e.1, '[Parameters]'), x), JSONExtractArrayRaw(e.2)), [e]), acc)), range(11), CAST(arrayMap(x -> ([], x), [if(match(params, '[0-9]{19}|[eE][+]?[0-9]{3}'), arrayStringConcat(arrayMap(x -> if(NOT startsWith(x, '"') AND match(x, '^-?(?:[0-9]{19,}(?:[.eE].*)?|.*[eE]\\+?[0-9]{3,})$'), concat('"', x, '"'), x), extractAll(params, '"(?:[^"\\\\]|\\\\.)*"|-?[0-9][0-9.eE+-]*|[^"0-9-]+|-'))), params)]), 'Array(Tuple(Array(String), String))'))))), 'Array(Tuple(UInt32, Array(String), Nullable(Float64)))'))))))) AS event_params_shown
    FROM hits
    WHERE counter_id IN {p2:Array(UInt32)}
      AND toDate(at) BETWEEN {p3:Date} AND {p4:Date}
      AND toDate(at, {p0:String}) BETWEEN {p5:Date} AND {p6:Date}
      AND kind = 'event'
      AND NOT is_robot
  ),
  grouped AS (
    SELECT 0 AS level,
      multiIf(startsWith(event_params_row, '='), 0, event_params_row = '', 1, 2) AS role,
      event_params_row,
      JSONExtract(substring(event_params_row, 2), 'Array(Nullable(String))')[1] AS d0,
      JSONExtract(substring(event_params_row, 2), 'Array(Nullable(String))')[2] AS d1,
      JSONExtract(substring(event_params_row, 2), 'Array(Nullable(String))')[3] AS d2,
      JSONExtract(substring(event_params_row, 2), 'Array(Nullable(String))')[4] AS d3,
      JSONExtract(substring(event_params_row, 2), 'Array(Nullable(String))')[5] AS d4,
      JSONExtract(substring(event_params_row, 2), 'Array(Nullable(String))')[6] AS d5,
      count() AS n,
      toFloat64(count()) AS m0,
      toFloat64(uniqExact(visitor_id)) AS m1
    FROM selection
    ARRAY JOIN CAST(arrayConcat(if(empty(event_params_shown), [], ['']), arrayMap(g -> concat('=', g), event_params_shown)), 'Array(String)') AS event_params_row
    GROUP BY event_params_row
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
ORDER BY role = 0, m0 DESC NULLS LAST, d0 ASC NULLS LAST, d1 ASC NULLS LAST, d2 ASC NULLS LAST, d3 ASC NULLS LAST, d4 ASC NULLS LAST, d5 ASC NULLS LAST
LIMIT {p7:UInt64}
SETTINGS do_not_merge_across_partitions_select_final = 1
