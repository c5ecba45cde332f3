using System.Globalization;
using StaticSite.Model;
using StaticSite.Render.Views;

namespace StaticSite.Render;

/// <summary>Dates for machines and for readers. The pattern for readers is the theme's string <c>date_format</c>.</summary>
internal static class Dates
{
    /// <summary>A day, or a date-time with offset where the author gave a time.</summary>
    public static string Iso(PublicationDate date) =>
        date.Instant.ToString(date.HasTime ? "yyyy-MM-dd'T'HH:mm:sszzz" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateView View(PublicationDate date, string pattern, CultureInfo culture) =>
        new(Iso(date), date.Instant.ToString(pattern, culture));
}
