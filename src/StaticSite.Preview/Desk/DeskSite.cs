using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Preview.Desk;

/// <summary>What the desk shows: the site as it was at one moment.</summary>
/// <param name="Revision">Grows with every change.</param>
/// <param name="Root">Full path of the folder that holds input/ and theme/.</param>
/// <param name="Site">Every bundle, drafts and future ones too. Of a page that has an error now, the last good one.</param>
/// <param name="Linked">Of what is shown, the addresses, and of every translation how it stands to its source.</param>
/// <param name="Diagnostics">All of them, in the order of path and place.</param>
/// <param name="FindText">The text of a source by its path; null for what is no text.</param>
internal sealed record DeskSite(
    long Revision,
    string Root,
    ParsedSite Site,
    LinkedSite Linked,
    ImmutableArray<Diagnostic> Diagnostics,
    Func<string, string?> FindText,
    DateTimeOffset Now);

/// <summary>Where the desk gets the site from.</summary>
internal interface IDeskSource
{
    DeskSite Current { get; }

    /// <summary>The site as soon as it is another than <paramref name="revision"/>.</summary>
    Task<DeskSite> WaitForChange(long revision, CancellationToken cancellation);
}
