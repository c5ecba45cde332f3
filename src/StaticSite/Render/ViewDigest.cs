using System.Collections;
using StaticSite.Model;
using StaticSite.Render.Views;

namespace StaticSite.Render;

/// <summary>The digest of all that a template may print of a view. It walks the views by their fields, so that a field that is added to one counts.</summary>
internal static class ViewDigest
{
    public static Digest Of(object? view) => Of(view, withCards: true);

    /// <summary>For a document whose cards are told apart by ingredients of their own.</summary>
    public static Digest OfWithoutCards(object? view) => Of(view, withCards: false);

    private static Digest Of(object? view, bool withCards)
    {
        var shown = DigestBuilder.Start();
        Add(shown, view, withCards);
        return shown.Finish();
    }

    private static void Add(DigestBuilder shown, object? value, bool withCards)
    {
        switch (value)
        {
            case null:
                shown.Add(0);
                break;
            case string text:
                shown.Add(1).Add(text);
                break;
            case bool flag:
                shown.Add(2).Add(flag);
                break;
            case int number:
                shown.Add(3).Add(number);
                break;
            case CardView when !withCards:
                break;
            case IEnumerable list:
                shown.Add(4);
                foreach (var item in list)
                {
                    Add(shown, item, withCards);
                }

                shown.Add(5);
                break;
            case var view when ViewFields.IsView(view.GetType()):
                shown.Add(6);
                foreach (var field in ViewFields.All(view.GetType()))
                {
                    Add(shown, field.GetValue(view), withCards);
                }

                break;
            case var other:
                throw new NotSupportedException($"A view's field of type {other.GetType().Name} has no digest.");
        }
    }
}
