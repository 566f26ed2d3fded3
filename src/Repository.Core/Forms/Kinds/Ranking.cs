using System.Collections.Immutable;
using System.Globalization;
using Repository.Core.Forms.Submitting;

namespace Repository.Core.Forms.Kinds;

/// <summary>The most important options in their order, as many as <c>positions</c> says. Sent and stored first place first.</summary>
public sealed class Ranking : IFieldOfParts
{
    public const string PositionsSetting = "positions";

    public Guid Id { get; } = OwnKindKey.Of("ranking");

    public string Name => "Ranking";

    public static int Positions(FormField field) => field.Whole(PositionsSetting, field.PreValues.Length, field.PreValues.Length);

    public IEnumerable<string> Parts(FormField field) => Enumerable.Range(1, Positions(field)).Select(place => place.ToString(CultureInfo.InvariantCulture));

    public string Text(string part, string value) => value;

    public FieldReading Read(FormField field, FieldInput input, FormPlaces places)
    {
        ImmutableArray<string> sent = [.. input.Texts.Select(SentText.Clean)];
        var last = sent.Length;
        while (last > 0 && sent[last - 1].Length == 0) last--;
        sent = sent[..last];
        if (sent.IsEmpty) return FieldReading.Empty;
        var (name, most) = (FieldMessage.Name(field), Positions(field));
        if (sent.Length > most)
        {
            return FieldReading.Refused(
                sent[..Math.Min(sent.Length, FormLimits.Choices)],
                $"En {name} elige {most}, no más.",
                $"Please choose {most} in {name}, not more.");
        }

        if (sent.Any(text => text.Length > 0 && field.PreValues.All(option => option.Value != text))) return ChosenAnswer.Strange(field, sent);
        if (sent.Where(text => text.Length > 0).GroupBy(text => text, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            var caption = field.PreValues.First(option => option.Value == twice.Key).Caption;
            return FieldReading.Refused(
                sent,
                $"En {name} elegiste «{caption}» dos veces. Cada lugar lleva una opción distinta.",
                $"You chose «{caption}» twice in {name}. Each place takes another option.");
        }

        var free = sent.IndexOf("") is var gap and >= 0 ? gap + 1 : sent.Length + 1;
        return free <= most
            ? FieldReading.Incomplete(sent, $"En {name} falta elegir el lugar {free} de {most}.", $"{name} still needs place {free} of {most}.")
            : new(sent);
    }

    public IEnumerable<string> Problems(FormField field)
    {
        foreach (var problem in ChosenAnswer.Problems(field)) yield return problem;
        foreach (var problem in field.WholeProblems(PositionsSetting, Math.Max(1, field.PreValues.Length))) yield return problem;
    }

    public IEnumerable<ExportColumn> Columns(FormField field) => Parts(field).Select(place => new ExportColumn($"{field.Alias}.{place}", $"{field.Caption} · Lugar {place}", "code", field.PreValues));

    public IEnumerable<string> Cells(FormField field, ImmutableArray<string> stored) => Enumerable.Range(0, Positions(field)).Select(place => place < stored.Length ? stored[place] : "");
}
