using System.Text;
using Repository.Core.Content;

namespace Repository.Core.Forms.Building;

/// <summary>Names for new questions and options, made of the words people read.</summary>
public static class FieldAlias
{
    private const int Longest = 40;

    /// <summary>A name that no field of the form has yet.</summary>
    public static string Of(string caption, FormDefinition form)
    {
        var name = Value(caption);
        if (name.Length == 0 || !char.IsAsciiLetter(name[0])) name = $"p_{name}".TrimEnd('_');
        var taken = form.Fields().Select(field => field.Alias).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var alias = name;
        for (var number = 2; taken.Contains(alias); number++) alias = $"{name}_{number}";
        return alias;
    }

    /// <summary>The words in small letters of the basic alphabet: «Por escrito» gives <c>por_escrito</c>.</summary>
    public static string Value(string caption)
    {
        var name = new StringBuilder();
        foreach (var letter in UrlSegment.From(caption))
        {
            if (name.Length == Longest) break;
            if (char.IsAsciiLetterOrDigit(letter)) name.Append(letter);
            else if (name.Length > 0 && name[^1] != '_') name.Append('_');
        }

        return name.ToString().TrimEnd('_');
    }
}
