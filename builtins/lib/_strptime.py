"""Reading times by a format: time.strptime and datetime.strptime. The locale is always C."""

import sys
import time
from re import IGNORECASE, compile as re_compile, escape as re_escape

__all__ = []

_DAYS_BEFORE_MONTH = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365)


# ---------------------------------------------------------------------------------------------- calendar

def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _ordinal(year, month=1, day=1):
    """Days since the day before the first of January of year 1."""
    before = year - 1
    days = before * 365 + before // 4 - before // 100 + before // 400
    return days + _DAYS_BEFORE_MONTH[month] + (month > 2 and _is_leap(year)) + day


def _date(ordinal):
    """(year, month, day) of a day's number."""
    year = ordinal // 366 + 1
    while _ordinal(year + 1) <= ordinal:
        year += 1
    month = 1
    while month < 12 and _ordinal(year, month + 1) <= ordinal:
        month += 1
    return year, month, ordinal - _ordinal(year, month) + 1


def _check_date(year, month, day):
    if year < 1:
        raise ValueError('year %d is out of range' % year)
    length = _DAYS_BEFORE_MONTH[month + 1] - _DAYS_BEFORE_MONTH[month] + (month == 2 and _is_leap(year))
    if day > length:
        raise ValueError('day is out of range for month')


def _calc_julian_from_U_or_W(year, week_of_year, day_of_week, week_starts_Mon):
    """Day of the year from a week and a day of the week (Monday is 0)."""
    first_weekday = (_ordinal(year) + 6) % 7
    if not week_starts_Mon:
        first_weekday = (first_weekday + 1) % 7
        day_of_week = (day_of_week + 1) % 7
    days_of_week_0 = (7 - first_weekday) % 7
    if week_of_year == 0:
        return 1 + day_of_week - first_weekday
    return 1 + days_of_week_0 + 7 * (week_of_year - 1) + day_of_week


def _calc_julian_from_V(iso_year, iso_week, iso_weekday):
    """(year, day of the year) from the ISO calendar's year, week and day (Monday is 1)."""
    correction = (_ordinal(iso_year, 1, 4) % 7 or 7) + 3
    day = iso_week * 7 + iso_weekday - correction
    if day < 1:
        day += _ordinal(iso_year) - _ordinal(iso_year - 1)
        iso_year -= 1
    return iso_year, day


# ---------------------------------------------------------------------------------------------- formats

def _getlang():
    """Language of the locale; who never asked module locale has none."""
    locale = sys.modules.get('locale')
    return (None, None) if locale is None else locale.getlocale(locale.LC_TIME)


class LocaleTime:
    """The words and formats of the locale, in lower case."""

    def __init__(self):
        self.lang = _getlang()
        self.f_weekday = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
        self.a_weekday = [name[:3] for name in self.f_weekday]
        self.f_month = ['', 'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october',
                        'november', 'december']
        self.a_month = [name[:3] for name in self.f_month]
        self.am_pm = ['am', 'pm']
        self.LC_date_time = '%a %b %d %H:%M:%S %Y'
        self.LC_date = '%m/%d/%y'
        self.LC_time = '%H:%M:%S'
        self.tzname = time.tzname
        self.daylight = time.daylight
        summer = frozenset({self.tzname[1].lower()}) if self.daylight else frozenset()
        self.timezone = frozenset({'utc', 'gmt', self.tzname[0].lower()}), summer


class TimeRE(dict):
    """Regular expressions of the directives."""

    def __init__(self, locale_time=None):
        self.locale_time = locale_time or LocaleTime()
        words = self.locale_time
        super().__init__({
            'd': r'(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])',
            'f': r'(?P<f>[0-9]{1,6})',
            'H': r'(?P<H>2[0-3]|[0-1]\d|\d)',
            'I': r'(?P<I>1[0-2]|0[1-9]|[1-9])',
            'G': r'(?P<G>\d\d\d\d)',
            'j': r'(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])',
            'm': r'(?P<m>1[0-2]|0[1-9]|[1-9])',
            'M': r'(?P<M>[0-5]\d|\d)',
            'S': r'(?P<S>6[0-1]|[0-5]\d|\d)',
            'U': r'(?P<U>5[0-3]|[0-4]\d|\d)',
            'W': r'(?P<W>5[0-3]|[0-4]\d|\d)',
            'w': r'(?P<w>[0-6])',
            'u': r'(?P<u>[1-7])',
            'V': r'(?P<V>5[0-3]|0[1-9]|[1-4]\d|\d)',
            'y': r'(?P<y>\d\d)',
            'Y': r'(?P<Y>\d\d\d\d)',
            'z': r'(?P<z>[+-]\d\d[0-5]\d)',
            'A': self._one_of(words.f_weekday, 'A'),
            'a': self._one_of(words.a_weekday, 'a'),
            'B': self._one_of(words.f_month[1:], 'B'),
            'b': self._one_of(words.a_month[1:], 'b'),
            'p': self._one_of(words.am_pm, 'p'),
            'Z': self._one_of(sorted({name for names in words.timezone for name in names}), 'Z'),
            '%': '%'})
        self['c'] = self.pattern(words.LC_date_time)
        self['x'] = self.pattern(words.LC_date)
        self['X'] = self.pattern(words.LC_time)

    @staticmethod
    def _one_of(names, directive):
        """Long names first: none may hide another it begins."""
        names = sorted(filter(None, names), key=len, reverse=True)
        return '(?P<%s>%s)' % (directive, '|'.join(map(re_escape, names))) if names else ''

    def pattern(self, format):
        """The expression for a format. KeyError: no such directive; IndexError: a lone % at the end."""
        format = _SPECIAL.sub(r'\\\1', format)
        format = _SPACE.sub(r'\\s+', format)
        parts = []
        i = 0
        while True:
            found = format.find('%', i)
            if found < 0:
                break
            parts += format[i:found], self[format[found + 1]]
            i = found + 2
        parts.append(format[i:])
        return ''.join(parts)

    def compile(self, format):
        return re_compile(self.pattern(format), IGNORECASE)


_SPECIAL = re_compile(r'([\\.^$*+?\(\){}\[\]|])')
_SPACE = re_compile(r'\s+')
_TimeRE_cache = TimeRE()
_CACHE_MAX_SIZE = 5   # formats kept
_regex_cache = {}


def _expression(format):
    global _TimeRE_cache
    words = _TimeRE_cache.locale_time
    if words.lang != _getlang() or words.tzname != time.tzname or words.daylight != time.daylight:
        _TimeRE_cache = TimeRE()
        _regex_cache.clear()
    expression = _regex_cache.get(format)
    if expression is None:
        if len(_regex_cache) > _CACHE_MAX_SIZE:
            _regex_cache.clear()
        try:
            expression = _TimeRE_cache.compile(format)
        except KeyError as err:
            directive = '%' if err.args[0] == '\\' else err.args[0]
            raise ValueError("'%s' is a bad directive in format '%s'" % (directive, format)) from None
        except IndexError:
            raise ValueError("stray %% in format '%s'" % format) from None
        _regex_cache[format] = expression
    return expression


# ---------------------------------------------------------------------------------------------- reading

def _read_hour(found):
    if 'H' in found:
        return int(found['H'])
    if 'I' not in found:
        return 0
    hour = int(found['I']) % 12
    return hour + 12 if (found.get('p') or '').lower() == 'pm' else hour


def _read_year(found):
    if 'Y' in found:
        return int(found['Y'])
    if 'y' in found:
        year = int(found['y'])
        return year + (2000 if year <= 68 else 1900)
    return None


def _read_month(found, words):
    if 'm' in found:
        return int(found['m'])
    if 'B' in found:
        return words.f_month.index(found['B'].lower())
    if 'b' in found:
        return words.a_month.index(found['b'].lower())
    return 1


def _read_weekday(found, words):
    if 'A' in found:
        return words.f_weekday.index(found['A'].lower())
    if 'a' in found:
        return words.a_weekday.index(found['a'].lower())
    if 'w' in found:
        return (int(found['w']) - 1) % 7
    if 'u' in found:
        return int(found['u']) - 1
    return None


def _read_zone(found, words):
    """tm_isdst: 0 or 1 for a zone that is known, else -1."""
    name = found.get('Z', '').lower()
    for dst, names in enumerate(words.timezone):
        if name and name in names:
            # One name for both says nothing.
            if time.tzname[0] == time.tzname[1] and time.daylight and name not in ('utc', 'gmt'):
                break
            return dst
    return -1


def _read_offset(found):
    text = found.get('z')
    if text is None:
        return None
    seconds = int(text[1:3]) * 3600 + int(text[3:5]) * 60
    return -seconds if text[0] == '-' else seconds


def _check_iso(found, year, weekday, julian):
    iso_year, iso_week = found.get('G'), found.get('V')
    if year is None and iso_year is not None:
        if iso_week is None or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive "
                             "('%A', '%a', '%w', or '%u').")
        if julian is not None:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. "
                             "Use '%Y' instead.")
    elif 'U' not in found and 'W' not in found and iso_week is not None:
        if weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive "
                             "('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. "
                         "Use the ISO year '%G' instead.")


def _strptime(data_string, format='%a %b %d %H:%M:%S %Y'):
    """((year, month, day, hour, minute, second, weekday, day of year, dst, zone name, offset), microseconds)."""
    for index, arg in enumerate([data_string, format]):
        if not isinstance(arg, str):
            raise TypeError('strptime() argument {} must be str, not {}'.format(index, type(arg)))
    expression = _expression(format)
    match = expression.match(data_string)
    if not match:
        raise ValueError('time data %r does not match format %r' % (data_string, format))
    if len(data_string) != match.end():
        raise ValueError('unconverted data remains: %s' % data_string[match.end():])
    words = _TimeRE_cache.locale_time
    found = match.groupdict()
    year = _read_year(found)
    month = _read_month(found, words)
    day = int(found['d']) if 'd' in found else 1
    weekday = _read_weekday(found, words)
    julian = int(found['j']) if 'j' in found else None
    _check_iso(found, year, weekday, julian)

    # The 29th of February is one in a leap year; the default is none.
    leap_year_fix = False
    if year is None:
        if month == 2 and day == 29:
            year = 1904
            leap_year_fix = True
        else:
            year = 1900
    if julian is None and weekday is not None:
        if 'U' in found or 'W' in found:
            by_monday = 'W' in found
            julian = _calc_julian_from_U_or_W(year, int(found['W' if by_monday else 'U']), weekday, by_monday)
        elif 'G' in found and 'V' in found and 'Y' not in found and 'y' not in found:
            year, julian = _calc_julian_from_V(int(found['G']), int(found['V']), weekday + 1)
        if julian is not None and julian <= 0:
            year -= 1
            julian += 366 if _is_leap(year) else 365
    if julian is None:
        _check_date(year, month, day)
        julian = _ordinal(year, month, day) - _ordinal(year) + 1
    else:
        year, month, day = _date(julian - 1 + _ordinal(year))
    if weekday is None:
        weekday = (_ordinal(year, month, day) + 6) % 7
    if leap_year_fix:
        year = 1900
    fraction = int((found.get('f') or '0').ljust(6, '0'))
    return (year, month, day, _read_hour(found), int(found.get('M') or 0), int(found.get('S') or 0), weekday, julian,
            _read_zone(found, words), found.get('Z'), _read_offset(found)), fraction


def _strptime_time(data_string, format='%a %b %d %H:%M:%S %Y'):
    """What time.strptime returns."""
    parts = _strptime(data_string, format)[0]
    return time.struct_time(parts[:time._STRUCT_TM_ITEMS])


def _strptime_datetime(cls, data_string, format='%a %b %d %H:%M:%S %Y'):
    """What cls.strptime returns for datetime classes."""
    from datetime import timedelta, timezone
    parts, fraction = _strptime(data_string, format)
    name, offset = parts[-2:]
    args = parts[:6] + (fraction,)
    if offset is not None:
        difference = timedelta(seconds=offset)
        args += (timezone(difference, name) if name else timezone(difference),)
    return cls(*args)
