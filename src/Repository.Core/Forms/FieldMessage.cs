namespace Repository.Core.Forms;

/// <summary>Why an answer is not accepted, as a person is told it: a whole sentence that names the field.</summary>
public sealed record FieldMessage(string Spanish, string English)
{
    private const int NameLength = 90;

    /// <summary>What stands beside the question itself, which need not be named there; otherwise the same.</summary>
    public FieldMessage? Beside { get; init; }

    /// <summary>A text of the form's own authors, who write in one language.</summary>
    public static FieldMessage Own(string text) => new(text, text);

    /// <summary>English for those who ask in English, Spanish for everybody else.</summary>
    public string In(string culture) => culture.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English : Spanish;

    /// <summary>A question may be long; its beginning is enough to find it.</summary>
    public static string Name(FormField field)
    {
        var caption = field.Caption.Trim().TrimEnd('.');
        return caption.Length switch
        {
            0 => $"«{field.Alias}»",
            <= NameLength => $"«{caption}»",
            _ => $"«{caption[..Cut(caption)].TrimEnd()}…»",
        };
    }

    /// <summary>Between words where one ends in time, and never within a letter of two halves.</summary>
    private static int Cut(string caption)
    {
        var blank = caption.LastIndexOf(' ', NameLength);
        if (blank > NameLength / 2) return blank;
        return char.IsHighSurrogate(caption[NameLength - 1]) ? NameLength - 1 : NameLength;
    }
}
