using System.Collections.Immutable;

namespace StaticSite.Publishing.Staging.Contents;

/// <summary>What a strict Content-Security-Policy would keep from working.</summary>
internal enum Offence
{
    InlineScript,
    InlineHandler,
    InlineStyle,
    ScriptAddress,
    Evaluation,
    StyleInPicture,
}

/// <param name="Excerpt">The author's text, shortened.</param>
internal readonly record struct Offending(Offence Offence, string Excerpt);

/// <summary>What one file makes a browser load, as far as a policy and the redirects need to know it. It depends on the file's bytes alone.</summary>
/// <param name="Sources">Each a directive and a source (<c>img-src 'self'</c>); an origin is written out, also the site's own.</param>
/// <param name="RedirectsTo">Where a page leads at once, as it is written.</param>
/// <param name="IsFeed">An Atom feed, whatever its name.</param>
internal sealed record ContentUse(ImmutableArray<string> Sources, ImmutableArray<Offending> Offences, string? RedirectsTo, bool IsFeed)
{
    public static ContentUse Nothing { get; } = new([], [], null, IsFeed: false);
}
