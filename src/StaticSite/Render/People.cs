using StaticSite.Model;

namespace StaticSite.Render;

/// <summary>The names of people. An id that data/people.yml does not name serves as its name (Link has warned).</summary>
internal static class People
{
    public static string Name(LinkedSite site, string id, Language language) =>
        site.Data.People.TryGetValue(id, out var person) ? person.Name.Find(language) ?? id : id;
}
