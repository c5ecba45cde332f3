using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Read;

/// <summary>Which files of a bundle are its languages; can be told only once the site's languages are known.</summary>
internal static class BundleLayout
{
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

        return found.DrainToImmutable();
    }
}
