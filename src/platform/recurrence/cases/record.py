# What python-dateutil answers for rules.json, and whether it agrees with the RFC's own answers in rfc.json.
#   python3 -m pip install python-dateutil==2.9.0.post0 && python3 record.py > recorded.json
# dateutil counts days on the wall; zones are zoneinfo's, where a time that the clock skips has the offset from before.
import json, os, sys
from datetime import datetime, timedelta, timezone
from itertools import islice
from zoneinfo import ZoneInfo
from dateutil import __version__, rrule

HERE = os.path.dirname(os.path.abspath(__file__))
TAKE, STOP = 12, datetime(2400, 1, 1)

def load(name):
    with open(os.path.join(HERE, name)) as file:
        return json.load(file)

def wall(text):
    return datetime.fromisoformat(text)

def instant(naive, zone):
    return naive.replace(tzinfo=zone, fold=0).astimezone(timezone.utc)

def until_of(text, zone):
    if text.endswith('Z'):
        return datetime.strptime(text, '%Y%m%dT%H%M%SZ').replace(tzinfo=timezone.utc)
    if 'T' in text:
        return instant(datetime.strptime(text, '%Y%m%dT%H%M%S'), zone)
    return instant(datetime.strptime(text, '%Y%m%d') + timedelta(hours=23, minutes=59, seconds=59), zone)

def answer(start, zone_name, rule, extra=(), left_out=(), take=TAKE):
    zone = ZoneInfo(zone_name)
    parts = [part for part in rule.upper().split(';') if part]
    until = next((until_of(part[6:], zone) for part in parts if part.startswith('UNTIL=')), None)
    found = {instant(wall(start), zone)} if not rule else set()
    if rule:
        plain = ';'.join(part for part in parts if not part.startswith('UNTIL='))
        for naive in islice(rrule.rrulestr(plain, dtstart=wall(start)), take * 2 + 6):
            if naive < STOP and (until is None or instant(naive, zone) <= until):
                found.add(instant(naive, zone))
    found |= {instant(wall(text), zone) for text in extra}
    found -= {instant(wall(text), zone) for text in left_out}
    return [moment.astimezone(zone).isoformat(timespec='minutes') for moment in sorted(found)[:take]]

def days(text):
    for month in text.split(';'):
        name, list_of_days = month.strip().split(': ')
        for part in list_of_days.split(','):
            first, _, last = part.partition('-')
            for day in range(int(first), int(last or first) + 1):
                yield f'{name}-{day:02d}'

disagree = []
for name, day, rule, on, *more in load('rfc.json')['cases']:
    how = more[0] if more else {}
    zone = ZoneInfo('America/New_York')
    expected = [instant(wall(f'{day}T{time}'), zone).astimezone(zone).isoformat(timespec='minutes')
                for day in days(on) for time in how.get('at', ['09:00'])]
    if answer(f'{day}T09:00', 'America/New_York', rule, (), how.get('except', ()), len(expected)) != expected:
        disagree.append(name)

recorded = {}
for name, start, zone, rule, *more in load('rules.json')['cases']:
    how = more[0] if more else {}
    if 'instead' in how:
        place = ZoneInfo(zone)
        recorded[name] = [instant(wall(f'{day}{start[10:]}'), place).astimezone(place).isoformat(timespec='minutes')
                          for day in how['instead'].split()]
        continue
    recorded[name] = answer(start, zone, rule, how.get('extra', ()), how.get('except', ()), 60 if 'COUNT' in rule.upper() or 'UNTIL' in rule or not rule else TAKE)

lines = ',\n'.join(f'    {json.dumps(name)}: {json.dumps(" ".join(value))}' for name, value in recorded.items())
print('{\n  "by": "python-dateutil ' + __version__ + ', python record.py",')
print('  "disagrees with the RFC on": ' + json.dumps(disagree) + ',')
print('  "answers": {\n' + lines + '\n  }\n}')
