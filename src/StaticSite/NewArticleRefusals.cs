using System.Globalization;
using StaticSite.Model;

namespace StaticSite;

/// <summary>Why no article is made.</summary>
internal static class NewArticleRefusals
{
    public static Refusal NoTitle(string code) => new("An article needs a title.", $"For example: --title {code}=\"…\"");

    public static Refusal EmptyTitle(string code) => new($"The title for '{code}' is empty.", "Write it, or leave that language out: its file can be made later.");

    public static Refusal TwoTitles(string code) => new($"'{code}' has two titles.", "Name each language once.");

    public static Refusal ForbiddenCharacter(string code, char character) => new(
        string.Create(CultureInfo.InvariantCulture, $"The title for '{code}' holds U+{(int)character:X4}, a character that cannot be printed or that hides the order of the text."), "Remove it.");

    public static Refusal UnknownLanguage(string code, IReadOnlyCollection<string> codes) => new(
        $"'{code}' is not a language of this site.", Nearest.Hint(code, codes) ?? $"The languages are: {string.Join(", ", codes)}.");

    public static Refusal NoTitleIn(string code) => new($"There is no title for '{code}'.", $"Write it: --title {code}=\"…\"");

    public static Refusal SourceNotMade(string source, string only) => new(
        $"The source language is to be '{source}', and only '{only}' is to be made.", "A single file is its own source: leave one of the two out.");

    public static Refusal Unknown(string what, string id, IEnumerable<string> known, string place) => new(
        $"No {what} has the id '{id}'.",
        Nearest.Hint(id, known) ?? (known.Any() ? $"{place} has: {string.Join(", ", known)}." : $"Write it into {place} first."));

    public static Refusal NoIdToOffer() => new("No id can be made of this title: it has no letter that an address could show.", "Name one before the titles: new article my-topic --title …");

    public static Refusal BadId(string id, string problem) => new($"'{id}' cannot be an id: it {problem}.", "Use letters, digits, '-' and '_'.");

    public static Refusal ReservedId(string id) => new($"'{id}' cannot be an id: the site uses this word in its addresses.", "Choose another.");

    /// <param name="taken">As it stands there: letter case does not count.</param>
    public static Refusal IdTaken(string id, string taken) => new(
        $"'{id}' is taken{(id == taken ? "" : $": '{taken}' differs from it by letter case only")}.", "Choose another: an id is unique among all articles and pages.");

    public static Refusal LinkedFolder(string path) => new($"'{path}' is or lies in a link; nothing is written through it.", "Make the folder by hand where the link leads to, or replace the link with a folder.");
}
