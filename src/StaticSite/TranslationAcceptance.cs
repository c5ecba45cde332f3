using System.Collections.Immutable;
using StaticSite.Link;
using StaticSite.Model;
using StaticSite.Parse;
using StaticSite.Read;
using StaticSite.Write;

namespace StaticSite;

/// <param name="Sections">Ids of the sections that are accepted by themselves; empty for the whole text.</param>
/// <param name="Language">Of the translation; null where the bundle has only one.</param>
internal sealed record AcceptRequest(string Root, string Bundle, ImmutableArray<string> Sections, string? Language);

/// <summary>A translation says what its source says: keeps the source's text of today, so that tomorrow's can be compared with it.</summary>
/// <param name="Path">What was written, relative to the root; null where nothing was.</param>
/// <param name="Accepted">How many sections are accepted by this; 0 where they were already.</param>
/// <param name="Refusal">Null where all went well.</param>
internal sealed record TranslationAcceptance(
    string? Path, int Accepted, Refusal? Refusal, ImmutableArray<Diagnostic> Errors, Func<string, string?> FindText)
{
    /// <param name="now">The site's time zone makes it a day.</param>
    /// <exception cref="IOException">The file could not be written; what stood there stands.</exception>
    public static TranslationAcceptance Accept(AcceptRequest request, DateTimeOffset now, CancellationToken cancellation)
    {
        var (input, errors) = TranslationInput.Read(request.Root, request.Bundle, cancellation);
        if (input is null)
        {
            return Stop(request, null, errors);
        }

        if (input.Bundles.FirstOrDefault(bundle => bundle.Id.Value == request.Bundle) is not { } bundle)
        {
            return Stop(request, TranslationRefusals.NoBundle(request.Bundle, input), []);
        }

        var (state, refusal) = TranslationRefusals.Choose(input, request.Bundle, request.Language);
        var hindrances = errors.Where(found => IsIn(bundle, found) && !IsReplaced(found, request, bundle)).ToImmutableArray();
        if (state is null || hindrances.Length > 0)
        {
            return Stop(request, hindrances.Length > 0 ? null : refusal, hindrances);
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, input.Settings.TimeZone).DateTime);
        return new Acceptor(request, input.Settings, bundle, state, today).Accept();
    }

    private static TranslationAcceptance Stop(AcceptRequest request, Refusal? refusal, ImmutableArray<Diagnostic> errors) =>
        new(null, 0, refusal, errors, path => SourceReader.FindText(request.Root, path));

    private static bool IsIn(BundleFiles bundle, Diagnostic found) => found.Where.Path.StartsWith(bundle.Path + "/", StringComparison.Ordinal);

    /// <summary>A whole text that is accepted needs nothing of what was accepted before.</summary>
    private static bool IsReplaced(Diagnostic found, AcceptRequest request, BundleFiles bundle) =>
        request.Sections.IsEmpty && found.Where.Path.StartsWith($"{bundle.Path}/{BundleLayout.AcceptedFolder}/", StringComparison.Ordinal);

    /// <summary>One acceptance, whose bundle and language are settled.</summary>
    private sealed class Acceptor(AcceptRequest request, SiteSettings settings, BundleFiles bundle, TranslationState state, DateOnly today)
    {
        private readonly string _name = $"{state.Id.Language}.md";

        public TranslationAcceptance Accept()
        {
            if (ReadSource() is not { } source)
            {
                return Refuse(TranslationRefusals.ChangedMeanwhile($"{bundle.Path}/{state.Source}.md"));
            }

            return request.Sections.IsEmpty ? AcceptWhole(source) : AcceptSome(source);
        }

        private TranslationAcceptance AcceptWhole(AcceptableSource source)
        {
            var head = new AcceptedHead(today, state.Source, source.Updated, source.Title, []);
            return Write(AcceptedTextPrinter.Print(head, source.Body), source.Sections.Length);
        }

        private TranslationAcceptance AcceptSome(AcceptableSource source)
        {
            if (state.Status == TranslationStatus.Unconfirmed || ReadAccepted() is not var (acceptedFile, accepted))
            {
                return Refuse(TranslationRefusals.NothingAccepted(request.Bundle));
            }

            var changes = SectionMatching.Create(accepted.Sections, source.Sections).Changes();
            var known = changes.Select(change => change.Section.Id).Concat(source.Sections.Select(section => section.Id)).ToHashSet(StringComparer.Ordinal);
            if (request.Sections.FirstOrDefault(id => !known.Contains(id)) is { } unknown)
            {
                return Refuse(TranslationRefusals.NoSection(unknown, request.Bundle, known));
            }

            var chosen = changes.Select(change => change.Section.Id).Intersect(request.Sections, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
            if (chosen.Count == 0)
            {
                return new(null, 0, null, [], _ => null);
            }

            var merged = AcceptedMerge.Merge(accepted.Sections, source.Sections, chosen);
            var isAll = changes.All(change => chosen.Contains(change.Section.Id));
            var text = Compose(merged, source, acceptedFile, accepted with { SourceUpdated = isAll ? source.Updated : accepted.SourceUpdated });
            return text is null ? Refuse(TranslationRefusals.Inseparable(request.Bundle)) : Write(text, chosen.Count);
        }

        /// <summary>Null where the sections, put together, do not make the same sections again: one has an end that another lacks.</summary>
        private string? Compose(ImmutableArray<MergedSection> merged, AcceptableSource source, SourceFile acceptedFile, AcceptedText accepted)
        {
            var isTitleNew = merged.Any(one => one is { IsCurrent: true, Section.Id: TextSection.TitleId });
            var inBody = merged.RemoveAll(one => one.Section.Id == TextSection.TitleId);
            var body = string.Join("\n\n", inBody.Select(one => (one.IsCurrent ? source.File : acceptedFile).Text.Substring(one.Section.Start, one.Section.Length).Trim('\r', '\n')));
            var head = new AcceptedHead(accepted.Date, state.Source, accepted.SourceUpdated, isTitleNew ? source.Title : accepted.Title, []);
            if (Reparse(AcceptedTextPrinter.Print(head, body)) is not { } sections || !IsSame(sections, inBody))
            {
                return null;
            }

            var dates = sections.Zip(inBody, (section, one) => (section.Id, Date: one.IsCurrent ? today : Later(accepted, one.Section)));
            var ofTitle = isTitleNew ? today : accepted.LaterDates.TryGetValue(TextSection.TitleId, out var known) ? known : (DateOnly?)null;
            var later = dates.Prepend((Id: TextSection.TitleId, Date: ofTitle)).Where(one => one.Date is not null).Select(one => (one.Id, one.Date!.Value));
            return AcceptedTextPrinter.Print(head with { LaterDates = [.. later] }, body);
        }

        private ImmutableArray<TextSection>? Reparse(string text) =>
            AcceptedTextParser.Parse(new SourceFile(_name, text), state.Id.Language, settings).Value?.Sections.RemoveAll(section => section.Id == TextSection.TitleId);

        private static bool IsSame(ImmutableArray<TextSection> sections, ImmutableArray<MergedSection> merged) =>
            sections.Select(section => (section.HeadingHash, section.TextHash)).SequenceEqual(merged.Select(one => (one.Section.HeadingHash, one.Section.TextHash)));

        private static DateOnly? Later(AcceptedText accepted, TextSection section) =>
            accepted.LaterDates.TryGetValue(section.Id, out var date) ? date : null;

        private AcceptableSource? ReadSource()
        {
            var file = bundle.Files.First(file => file.Path == $"{bundle.Path}/{state.Source}.md");
            if (SourceReader.ReadText(file).Value is not { } source || FrontMatterParser.Parse(source, settings).Value is not { FrontMatter: { } front } parsed)
            {
                return null;
            }

            var sections = MarkdownParser.ParseSections(source, parsed.BodyStart).Value.Insert(0, TextSections.OfTitle(front.Title));
            return new(source, front.Title.Value, front.Updated?.Value, source.Text[parsed.BodyStart..], sections);
        }

        private (SourceFile File, AcceptedText Text)? ReadAccepted()
        {
            var file = bundle.Accepted.FirstOrDefault(file => file.Path == $"{bundle.Path}/{BundleLayout.AcceptedFolder}/{_name}");
            return file is not null && SourceReader.ReadText(file).Value is { } source && AcceptedTextParser.Parse(source, state.Id.Language, settings).Value is { } text
                ? (source, text)
                : null;
        }

        private TranslationAcceptance Write(string text, int accepted)
        {
            var path = $"{bundle.Path}/{BundleLayout.AcceptedFolder}";
            AcceptedFile.Replace(request.Root, System.IO.Path.Join(request.Root, path), _name, text);
            return new($"{path}/{_name}", accepted, null, [], _ => null);
        }

        private static TranslationAcceptance Refuse(Refusal refusal) => new(null, 0, refusal, [], _ => null);
    }

    private sealed record AcceptableSource(SourceFile File, string Title, PublicationDate? Updated, string Body, ImmutableArray<TextSection> Sections);
}
