using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Read;

namespace StaticSite;

/// <summary>How every translation of a site stands to its source.</summary>
/// <param name="Errors">What could not be read, and is therefore missing from <paramref name="States"/>.</param>
internal sealed record TranslationList(ImmutableArray<TranslationState> States, ImmutableArray<Diagnostic> Errors, Func<string, string?> FindText)
{
    public static TranslationList Read(string root, CancellationToken cancellation)
    {
        var input = TranslationInput.Read(root, only: null, cancellation);
        return new(input.Value?.States ?? [], input.Diagnostics, path => SourceReader.FindText(root, path));
    }
}
