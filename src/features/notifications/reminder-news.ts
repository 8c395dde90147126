/** What a reminder of a gathering says beside its name and hour, as it stands while it is shown. */
export interface Reminder {
  /** Her answer; null for whoever runs it. */
  answer: 'yes' | 'maybe' | null;
  /** Her own clock's zone. */
  zone: string;
  allDay: boolean;
  place: 'in-person' | 'online' | 'both';
  /** Where, as far as everybody who sees it is told. What only those coming may know stands behind its page. */
  venue: string;
  address: string;
  /** What was said of this one time. */
  said: string;
  coming: number;
  waiting: number;
}

// Of a notification `n`, its time `w` and gathering `g`; she is $2.
export const REMINDER_TABLES = `LEFT JOIN reminders rm ON rm.community_id = $1 AND rm.occurrence_id = n.subject_id
    AND rm.member_id = $2 AND rm.notification_id = n.notification_id
  LEFT JOIN rsvps ra ON ra.community_id = $1 AND ra.occurrence_id = rm.occurrence_id AND ra.member_id = $2`;

export const REMINDER = `CASE WHEN rm.which IS NOT NULL THEN json_build_object(
      'answer', CASE WHEN rm.which <> 'evening' THEN ra.answer END, 'allDay', g.all_day, 'place', g.place,
      'zone', (SELECT coalesce(m.time_zone, k.time_zone) FROM members m JOIN communities k USING (community_id)
        WHERE m.community_id = $1 AND m.member_id = $2),
      'venue', coalesce(w.venue, g.venue), 'address', g.address, 'said', w.note,
      'coming', w.seats_taken, 'waiting', w.waiting) END`;

/** It reminds of the time it was made for, while that lies ahead and she still means to come, or still runs it. */
export const REMINDER_STANDS = `(n.kind NOT LIKE 'gatherings.reminder-%'
    OR rm.starts_at = w.starts_at AND w.starts_at > now() AND w.cancelled_at IS NULL AND g.cancelled_at IS NULL
      AND CASE rm.which WHEN 'evening' THEN access.runs(g.circle_id, g.organised_by) ELSE ra.answer IN ('yes', 'maybe') END)`;
