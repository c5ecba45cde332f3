using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Read;

/// <summary>Which files of a bundle are its languages; can be told only once the site's languages are known.</summary>
internal static class BundleLayout
{
    /// <summary>Holds, for each translation, the source text that it was made from.</summary>
    public const string AcceptedFolder = ".accepted";

    public static ImmutableArray<Diagnostic> Check(BundleFiles bundle, SiteSettings settings)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var codes = settings.Languages.Select(info => info.Language.Code).ToList();
        var texts = bundle.Files.Where(file => file.Name.EndsWith(".md", StringComparison.OrdinalIgnoreCase)).ToList();
        var hasLanguage = false;
        foreach (var file in texts.Where(file => file.Path.Length == bundle.Path.Length + 1 + file.Name.Length))
        {
            if (codes.Any(code => file.Name == code + ".md"))
            {
                hasLanguage = true;
            }
            else if (!file.Name.StartsWith("README", StringComparison.OrdinalIgnoreCase))
            {
                found.Add(ReadDiagnostics.UnknownLanguageFile(file.Path, file.Name, codes));
            }
        }

        if (!hasLanguage)
        {
            var nested = texts.Find(file => codes.Any(code => file.Path.EndsWith($"/{code}.md", StringComparison.Ordinal)));
            found.Add(ReadDiagnostics.NoLanguageFile(bundle.Path, nested is null ? $"Add {codes[0]}.md." : $"Texts lie one folder deep: move the folder of {nested.Path} up."));
        }

        CheckAccepted(bundle, codes, found);
        return found.DrainToImmutable();
    }

    private static void CheckAccepted(BundleFiles bundle, List<string> codes, ImmutableArray<Diagnostic>.Builder found)
    {
        var known = codes.Select(code => code + ".md").ToList();
        foreach (var file in bundle.Accepted.Where(file => !file.Name.StartsWith("README", StringComparison.OrdinalIgnoreCase) && known.TrueForAll(name => file.Path != $"{bundle.Path}/{AcceptedFolder}/{name}")))
        {
            found.Add(ReadDiagnostics.UnexpectedFile(file.Path, Nearest.Hint(file.Name, known) ?? $"The files here are: {string.Join(", ", known)}."));
        }
    }
}
