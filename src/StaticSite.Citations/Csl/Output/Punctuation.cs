using System.Runtime.InteropServices;

namespace StaticSite.Citations.Csl.Output;

/// <summary>Where two parts meet, their punctuation must not double; and in some languages it moves into a quotation.</summary>
internal static class Punctuation
{
    public static void Settle(List<Token> tokens, bool intoQuotes)
    {
        var row = CollectionsMarshal.AsSpan(tokens);
        MergeAll(row);
        MoveIntoQuotes(row, intoQuotes);
    }

    private static void MergeAll(Span<Token> row)
    {
        var last = -1;
        for (var i = 0; i < row.Length; i++)
        {
            ref var token = ref row[i];
            if (token.Kind is TokenKind.OpenQuote or TokenKind.CloseQuote or TokenKind.OpenDisplay)
            {
                last = token.Kind == TokenKind.CloseQuote ? -1 : last;
                continue;
            }

            if (!token.IsText || token.Text.Length == 0)
            {
                continue;
            }

            if (token.Kind == TokenKind.Text && last >= 0)
            {
                Merge(ref row[last], ref token);
            }

            if (token.Text.Length > 0)
            {
                last = i;
            }
        }
    }

    private static void Merge(ref Token left, ref Token right)
    {
        while (left.Text.Length > 0 && right.Text.Length > 0)
        {
            switch (Collide(left.Text[^1], right.Text[0]))
            {
                case Collision.KeepLeft:
                    right.Text = right.Text[1..];
                    break;
                case Collision.KeepRight:
                    left.Text = left.Text[..^1];
                    return;
                default:
                    return;
            }
        }
    }

    private static void MoveIntoQuotes(Span<Token> row, bool enabled)
    {
        var (last, closed) = (-1, false);
        for (var i = 0; i < row.Length; i++)
        {
            ref var token = ref row[i];
            if (token.Kind == TokenKind.CloseQuote)
            {
                closed = true;
            }
            else if (token.Kind is TokenKind.OpenQuote)
            {
                (last, closed) = (-1, false);
            }
            else if (token.IsText && token.Text.Length > 0)
            {
                if (closed && last >= 0 && token.Kind == TokenKind.Text)
                {
                    Move(ref row[last], ref token, enabled);
                }

                if (token.Text.Length > 0)
                {
                    (last, closed) = (i, false);
                }
            }
        }
    }

    private static void Move(ref Token quoted, ref Token after, bool enabled)
    {
        while (after.Text.Length > 0 && after.Text[0] is '.' or ',' or '!' or '?' && quoted.Text.Length > 0)
        {
            var collision = Collide(quoted.Text[^1], after.Text[0]);
            if (!enabled && collision != Collision.KeepLeft)
            {
                return;
            }

            quoted.Text = collision switch
            {
                Collision.KeepLeft => quoted.Text,
                Collision.KeepRight => quoted.Text[..^1] + after.Text[0],
                _ => quoted.Text + after.Text[0],
            };
            after.Text = after.Text[1..];
        }
    }

    private enum Collision : byte { KeepBoth, KeepLeft, KeepRight }

    private static Collision Collide(char left, char right) => (left, right) switch
    {
        (' ' or '\u00A0', ' ') => Collision.KeepLeft,
        ('!', '.' or ':' or '!') => Collision.KeepLeft,
        ('?', '.' or ':' or '?') => Collision.KeepLeft,
        ('.', '.') => Collision.KeepLeft,
        (':', '!' or '?') => Collision.KeepRight,
        (':', '.' or ':') => Collision.KeepLeft,
        (',', ',') => Collision.KeepLeft,
        (';', '!' or '?') => Collision.KeepRight,
        (';', ':' or '.' or ';') => Collision.KeepLeft,
        _ => Collision.KeepBoth,
    };
}
