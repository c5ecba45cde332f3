using System.Collections.Immutable;
using System.Globalization;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Has every article its date, and do the dates follow each other?</summary>
internal static class PublicationDates
{
    public static void Check(PageFacts page, SiteSettings settings, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        // A source that failed to parse may have the date.
        if (page is { IsArticle: true, Date: null } && !page.Bundle.Failed.Contains(page.SourceLanguage))
        {
            diagnostics.Add(LinkDiagnostics.DateMissing(page));
        }

        if (page is { Date: { } date, FrontMatter.Updated: { } updated } && IsBefore(updated.Value, date.Value, settings.TimeZone))
        {
            diagnostics.Add(LinkDiagnostics.UpdatedBeforeDate(updated, date));
        }
    }

    public static string Text(PublicationDate date) =>
        date.Instant.ToString(date.HasTime ? "yyyy-MM-dd'T'HH:mmzzz" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Where one of them is a day without a time, days are compared.</summary>
    private static bool IsBefore(PublicationDate date, PublicationDate other, TimeZoneInfo zone) =>
        date.HasTime && other.HasTime ? date.Instant < other.Instant : Day(date, zone) < Day(other, zone);

    private static DateTime Day(PublicationDate date, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(date.Instant, zone).Date;
}
