using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Addresses that cannot be given away.</summary>
internal static partial class LinkDiagnostics
{
    public static Diagnostic AddressTaken(Claim claim, Claim first) => new(
        "link/address-taken", Severity.Error, claim.Where,
        claim.Url.Path == first.Url.Path
            ? $"The address '{claim.Url}' is taken: {first.What} stands there."
            : $"The address '{claim.Url}' differs from '{first.Url}' in letter case or spelling of accents only, which many disks do not tell apart.",
        TakenHint(claim))
    {
        Notes = PlaceOf(first),
    };

    public static Diagnostic AddressBelowFile(Claim claim, Claim file) => new(
        "link/address-below-file", Severity.Error, claim.Where,
        $"The address '{claim.Url}' would lie below '{file.Url}', which is a file.",
        "Choose another address for one of them.")
    {
        Notes = PlaceOf(file),
    };

    private static string TakenHint(Claim claim) => claim.What switch
    {
        "a page" => "Give the page another 'slug'.",
        "an alias" => "Remove the alias.",
        "a file of input/static" => "Rename or remove the file.",
        _ => "Choose another id.",
    };

    private static ImmutableArray<Note> PlaceOf(Claim claim) => claim.IsOwn ? [] : [new(claim.Where, $"'{claim.Url}' comes from here.")];
}
