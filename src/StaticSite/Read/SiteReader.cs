using System.Collections.Frozen;
using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Read;

/// <summary>Lists what stands under the root, by the folders that the site has. Nothing is opened.</summary>
internal static class SiteReader
{
    private static readonly FrozenSet<string> s_inputFolders = FrozenSet.Create(StringComparer.Ordinal, "articles", "pages", "data", "static");
    private static readonly FrozenSet<string> s_themeFolders = FrozenSet.Create(StringComparer.Ordinal, "templates", "partials", "assets", "strings", "citation-styles");

    private static readonly FrozenSet<string> s_dataFiles = FrozenSet.Create(
        StringComparer.Ordinal, "people.yml", "disclaimers.yml", "glossary.yml", "references.yml", "references.yaml", "references.json", "references.bib", "references.ris");

    public static Outcome<SiteFiles> List(string root)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var lister = CreateLister(root, found);
        var settings = ListTop(Path.GetFullPath(root), lister, found);
        var bundles = Bundles(lister, BundleKind.Article, found).AddRange(Bundles(lister, BundleKind.Page, found));
        ReportDuplicates(bundles, found);
        var files = new SiteFiles(
            settings,
            bundles,
            Known(lister.Files("input/data"), file => s_dataFiles.Contains(file.Path["input/data/".Length..]), s_dataFiles, found),
            lister.Files("input/static", withDotFiles: true),
            WithEnding(lister.Files("theme/templates"), found, ".hbs"),
            WithEnding(lister.Files("theme/partials"), found, ".hbs"),
            WithEnding(lister.Files("theme/strings"), found, ".yml"),
            lister.Files("theme/assets"),
            WithEnding(lister.Files("theme/citation-styles"), found, ".csl", ".xml"));
        return new(files, found.DrainToImmutable());
    }

    /// <summary>One bundle anew; null where its folder is gone.</summary>
    public static Outcome<BundleFiles?> List(string root, BundleFiles bundle)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var lister = CreateLister(root, found);
        return new(lister.Exists(bundle.Path) ? Bundle(lister, bundle.Kind, new(bundle.Path, Real: null), found) : null, found.ToImmutable());
    }

    private static FolderLister CreateLister(string root, ImmutableArray<Diagnostic>.Builder found)
    {
        var fullRoot = Path.GetFullPath(root);
        return new(fullRoot, RealPath.Find(fullRoot) ?? fullRoot, found);
    }

    /// <summary>Reports what is missing or unexpected at the top of input/ and theme/; gives site.yml.</summary>
    private static InputFile? ListTop(string root, FolderLister lister, ImmutableArray<Diagnostic>.Builder found)
    {
        foreach (var (folder, known) in new[] { ("input", s_inputFolders), ("theme", s_themeFolders) })
        {
            if (!Directory.Exists(Path.Combine(root, folder)))
            {
                found.Add(ReadDiagnostics.NoFolder(folder));
                continue;
            }

            var (folders, files) = lister.Names(folder);
            foreach (var name in folders.Where(name => !known.Contains(name)))
            {
                found.Add(ReadDiagnostics.UnexpectedFile(
                    $"{folder}/{name}", Nearest.Hint(name, known.Order(StringComparer.Ordinal)) ?? $"The folders here are: {string.Join(", ", known.Order(StringComparer.Ordinal))}."));
            }

            foreach (var name in files.Where(name => name is not ("site.yml" or "site.yaml") && !IsNotice(name)))
            {
                found.Add(ReadDiagnostics.UnexpectedFile($"{folder}/{name}", "Move it into one of the folders here, or remove it."));
            }
        }

        return Directory.Exists(Path.Combine(root, "input")) ? Settings(lister, found) : null;
    }

    private static InputFile? Settings(FolderLister lister, ImmutableArray<Diagnostic>.Builder found)
    {
        var file = lister.FindFile("input/site.yml");
        if (file is null)
        {
            var similar = lister.Names("input").Files.FirstOrDefault(name => name.StartsWith("site.", StringComparison.OrdinalIgnoreCase));
            found.Add(ReadDiagnostics.NoSettings(similar));
        }

        return file;
    }

    private static ImmutableArray<BundleFiles> Bundles(FolderLister lister, BundleKind kind, ImmutableArray<Diagnostic>.Builder found)
    {
        var parent = kind == BundleKind.Article ? "input/articles" : "input/pages";
        if (!lister.Exists(parent))
        {
            return [];
        }

        var (folders, files) = lister.Children(new(parent, Real: null));
        foreach (var name in files.Where(name => !IsNotice(name)))
        {
            var hint = name.EndsWith(".md", StringComparison.Ordinal)
                ? $"A text has a folder of its own: move it to {parent}/{Path.GetFileNameWithoutExtension(name)}/, and name it by its language, for example zh.md."
                : "Move it into the folder of a text, or into input/static.";
            found.Add(ReadDiagnostics.UnexpectedFile($"{parent}/{name}", hint));
        }

        var bundles = new BundleFiles?[folders.Length];
        var faults = new ImmutableArray<Diagnostic>[folders.Length];
        Parallel.For(0, folders.Length, index =>
        {
            var ownFaults = ImmutableArray.CreateBuilder<Diagnostic>();
            bundles[index] = Bundle(lister.Beside(ownFaults), kind, folders[index], ownFaults);
            faults[index] = ownFaults.ToImmutable();
        });
        found.AddRange(faults.SelectMany(fault => fault));
        return [.. bundles.OfType<BundleFiles>()];
    }

    private static BundleFiles? Bundle(FolderLister lister, BundleKind kind, ListedFolder folder, ImmutableArray<Diagnostic>.Builder found)
    {
        var path = folder.Path;
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (AddressName.FindBundleProblem(name) is { } problem)
        {
            found.Add(ReadDiagnostics.BadBundleName(path, name, problem));
            return null;
        }

        if (AddressName.IsReserved(name))
        {
            found.Add(ReadDiagnostics.ReservedBundleName(path, name));
            return null;
        }

        var (files, accepted) = lister.Files(folder, BundleLayout.AcceptedFolder);
        return new BundleFiles(new BundleId(name), kind, path, files) { Accepted = accepted };
    }

    /// <summary>Where letter case does not count (Windows, macOS), ids that differ in it only are one folder.</summary>
    private static void ReportDuplicates(ImmutableArray<BundleFiles> bundles, ImmutableArray<Diagnostic>.Builder found)
    {
        var first = new Dictionary<string, BundleFiles>(StringComparer.OrdinalIgnoreCase);
        foreach (var bundle in bundles)
        {
            if (!first.TryAdd(bundle.Id.Value, bundle))
            {
                found.Add(ReadDiagnostics.DuplicateBundle(bundle, first[bundle.Id.Value]));
            }
        }
    }

    private static ImmutableArray<InputFile> WithEnding(ImmutableArray<InputFile> files, ImmutableArray<Diagnostic>.Builder found, params string[] endings) =>
        Known(files, file => endings.Any(ending => file.Name.EndsWith(ending, StringComparison.Ordinal)), endings.Select(ending => "*" + ending), found);

    private static ImmutableArray<InputFile> Known(
        ImmutableArray<InputFile> files, Predicate<InputFile> isKnown, IEnumerable<string> names, ImmutableArray<Diagnostic>.Builder found)
    {
        foreach (var file in files.Where(file => !isKnown(file) && !IsNotice(file.Name)))
        {
            var known = names.Order(StringComparer.Ordinal).ToList();
            found.Add(ReadDiagnostics.UnexpectedFile(file.Path, Nearest.Hint(file.Name, known) ?? $"The files here are: {string.Join(", ", known)}."));
        }

        return files.RemoveAll(file => !isKnown(file));
    }

    /// <summary>Notes for people, which may lie anywhere.</summary>
    private static bool IsNotice(string name) =>
        name.StartsWith("README", StringComparison.OrdinalIgnoreCase) || name.StartsWith("LICENSE", StringComparison.OrdinalIgnoreCase);
}
