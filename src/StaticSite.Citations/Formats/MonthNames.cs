namespace StaticSite.Citations.Formats;

/// <summary>Months and seasons in words.</summary>
internal static class MonthNames
{
    public static readonly string[] English =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    private static readonly string[] s_seasons = ["spring", "summer", "autumn", "winter"];

    /// <summary>1 to 12 for <c>5</c>, <c>May</c>, <c>Sept.</c>, <c>5月</c>; 21 to 24, as EDTF counts seasons, for <c>Spring</c>; else null.</summary>
    public static int? Find(ReadOnlySpan<char> word)
    {
        word = word.Trim().TrimEnd('.').TrimEnd('月');
        if (word.Length is 1 or 2 && int.TryParse(word, System.Globalization.NumberStyles.None, null, out var number))
        {
            return number is >= 1 and <= 12 ? number : null;
        }

        for (var month = 0; word.Length >= 3 && month < English.Length; month++)
        {
            if (English[month].AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return month + 1;
            }
        }

        if (word.Equals("fall", StringComparison.OrdinalIgnoreCase))
        {
            return 23;
        }

        for (var season = 0; season < s_seasons.Length; season++)
        {
            if (word.Equals(s_seasons[season], StringComparison.OrdinalIgnoreCase))
            {
                return 21 + season;
            }
        }

        return null;
    }
}
