using System.Globalization;

namespace NonLitigation.Odr.Domain.Law;

/// <summary>Working days of mainland China: weekdays, less public holidays, plus the make-up days of the yearly notice.</summary>
public sealed class WorkingDays
{
    private sealed record Year(int Number, bool Verified, HashSet<DateOnly> Holidays, HashSet<DateOnly> MakeUpDays);
    private sealed record YearData(int Year, bool Verified, string Source, IReadOnlyList<string> Holidays, IReadOnlyList<string> Workdays);

    private readonly Dictionary<int, Year> years;

    private WorkingDays(IEnumerable<YearData> data) => years = data.ToDictionary(year => year.Year, year => new Year(
        year.Year, year.Verified, [.. year.Holidays.SelectMany(Days)], [.. year.Workdays.SelectMany(Days)]));

    public static WorkingDays China { get; } = new(EmbeddedJson.Read<List<YearData>>("working-days.json"));

    /// <summary>Whether the notice for that year is in the data and was checked; otherwise only weekends are known.</summary>
    public bool IsVerified(DateOnly day) => years.TryGetValue(day.Year, out var year) && year.Verified;

    public bool Includes(DateOnly day)
    {
        var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        if (!years.TryGetValue(day.Year, out var year)) return !weekend;
        return year.MakeUpDays.Contains(day) || (!weekend && !year.Holidays.Contains(day));
    }

    /// <summary>The n-th working day after a day, which itself is not counted (民法典 201).</summary>
    public DateOnly After(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            if (Includes(day)) count--;
        }
        return day;
    }

    /// <summary>Working days after one day, up to another and with it.</summary>
    public int CountBetween(DateOnly after, DateOnly until)
    {
        var count = 0;
        for (var day = after.AddDays(1); day <= until; day = day.AddDays(1)) if (Includes(day)) count++;
        return count;
    }

    private static IEnumerable<DateOnly> Days(string span)
    {
        var ends = span.Split('/').Select(text => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToArray();
        for (var day = ends[0]; day <= ends[^1]; day = day.AddDays(1)) yield return day;
    }
}
