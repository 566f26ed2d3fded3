using System.Collections.Immutable;
using Repository.Core.Forms.Submitting;

namespace Repository.Core.Forms.Kinds;

/// <summary>What the two kinds of free text have in common: one text, no longer than its field allows.</summary>
internal static class TextAnswer
{
    public const string MaximumLength = "maximumLength";

    public static FieldReading Read(FormField field, FieldInput input, int most)
    {
        if (SentText.Said(input).Skip(1).Any()) return SentText.OnlyOne(field, input);
        var text = SentText.Said(input).FirstOrDefault() ?? "";
        return text.Length <= most ? FieldReading.Of(text) : FieldReading.Refused(
            [text[..most]],
            $"En {FieldMessage.Name(field)} caben {most} letras y escribiste {text.Length}. Acorta el texto.",
            $"{FieldMessage.Name(field)} holds {most} characters and you wrote {text.Length}. Please shorten the text.");
    }

    public static IEnumerable<string> Cells(ImmutableArray<string> stored) => [stored is [var text, ..] ? text : ""];
}
