-- Who she is to whom (her circles, whom she blocked, which calendars she keeps) is asked once a statement, not once a row.
-- Written as `x = ANY (access.my_circle_ids())` PostgreSQL asks again for each row it looks at; in a subquery of its own it
-- asks once. Where somebody had a hundred help calendars, each page that opened something sealed took 25 ms longer. What
-- the functions answer stays as it was, whatever the migrations before this one made of them: only that is put in brackets.
DO $$
DECLARE one regprocedure;
BEGIN
  FOR one IN
    SELECT p.oid FROM pg_proc p WHERE p.pronamespace = 'access'::regnamespace
      AND (p.proretset OR p.prorettype = 'uuid[]'::regtype) AND p.prosrc ~ '(ANY|ALL) \(access\.'
  LOOP
    EXECUTE regexp_replace(pg_get_functiondef(one), '(ANY|ALL) \((access\.\w+\([^()]*\))\)', '\1 ((SELECT \2)::uuid[])', 'g');
  END LOOP;
END $$;
