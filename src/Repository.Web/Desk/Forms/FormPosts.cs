using System.Collections.Immutable;
using System.Globalization;
using Repository.Core.Forms;
using Repository.Core.Forms.Building;
using Repository.Core.Forms.Kinds;

namespace Repository.Web.Desk.Forms;

/// <summary>Reads what the forms of the builder send into parts of a definition. Only what a part shows is read; whatever else is sent is passed over.</summary>
internal static class FormPosts
{
    private const int LongestText = 25_000;

    /// <summary>A form of which nobody has said anything.</summary>
    private static readonly FormDefinition Usual = new() { Key = Guid.Empty, Alias = "", Name = "" };

    extension(IFormCollection sent)
    {
        /// <summary>Without blanks at the ends, with lines as we keep them, and never beyond all measure.</summary>
        public string Text(string name)
        {
            var text = WrittenText.Of(sent[name].ToString());
            return text.Length <= LongestText ? text : text[..LongestText];
        }

        public bool Ticked(string name) => sent[name] == "on";

        public int Whole(string name, int otherwise) => int.TryParse(sent.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

        public T Word<T>(string name, T otherwise)
            where T : struct, Enum =>
            Enum.TryParse<T>(sent.Text(name), out var word) && Enum.IsDefined(word) ? word : otherwise;

        /// <summary>Rules without a question are rows that nobody filled in.</summary>
        public FieldCondition? Condition()
        {
            var (fields, operators, values) = (sent["rule.field"], sent["rule.operator"], sent["rule.value"]);
            var rules = ImmutableArray.CreateBuilder<ConditionRule>();
            for (var row = 0; row < fields.Count && row < FormLimits.Rules; row++)
            {
                if (!Guid.TryParse(fields[row], out var field) || row >= operators.Count || row >= values.Count) continue;
                rules.Add(new ConditionRule(field, Enum.TryParse<ConditionOperator>(operators[row], out var known) && Enum.IsDefined(known) ? known : ConditionOperator.Is, WrittenText.Of(values[row] ?? "")));
            }

            return rules.Count == 0 ? null : new FieldCondition(sent.Word("condition.action", ConditionAction.Show), sent.Word("condition.logic", ConditionLogic.All), rules.ToImmutable());
        }

        /// <summary>Options, one a line: <c>value=what people read</c>. A line that is not in two parts keeps the value it had, or gets one of its own words.</summary>
        public ImmutableArray<PreValue> Options(string name, ImmutableArray<PreValue> before)
        {
            var options = ImmutableArray.CreateBuilder<PreValue>();
            var untouched = before.GroupBy(PartWords.Line).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
            foreach (var line in sent.Text(name).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(FormLimits.Choices + 1))
            {
                var end = line.IndexOf('=', StringComparison.Ordinal);
                options.Add(untouched.TryGetValue(line, out var same) ? same : end > 0
                    ? new PreValue(line[..end].Trim(), line[(end + 1)..].Trim())
                    : new PreValue(before.FirstOrDefault(option => option.Caption == line)?.Value ?? Unlike(line, options), line.TrimStart('=').Trim()));
            }

            return options.ToImmutable();
        }

        /// <summary>Columns as they are written, in the order in which they stand.</summary>
        public ImmutableArray<FieldColumn> Columns(ImmutableArray<FieldColumn> columns)
        {
            var (widths, captions) = (sent["width"], sent["column.caption"]);
            return
            [
                .. columns.Select((column, at) => column with
                {
                    Width = at < widths.Count && int.TryParse(widths[at], NumberStyles.None, CultureInfo.InvariantCulture, out var width) ? width : column.Width,
                    Caption = at < captions.Count ? WrittenText.Of(captions[at] ?? "") : column.Caption,
                }),
            ];
        }

        public FormDefinition Settings(FormDefinition form) => form with
        {
            Name = sent.Text("name"),
            Alias = sent.Text("alias"),
            Purpose = sent.Word("purpose", form.Purpose),
            Origin = sent.Text("origin"),
            FolioPrefix = sent.Text("prefix").ToUpperInvariant(),
            Indication = sent.Word("indication", form.Indication),
            Indicator = sent.Or("indicator", Usual.Indicator),
            ShowValidationSummary = sent.Ticked("summary"),
            HideFieldValidation = sent.Ticked("summary.only"),
            DisableDefaultStylesheet = sent.Ticked("plain"),
            PreviousLabel = sent.Or("previous", Usual.PreviousLabel),
            NextLabel = sent.Or("next", Usual.NextLabel),
            SubmitLabel = sent.Or("submit", Usual.SubmitLabel),
            MessageOnSubmit = sent.Ticked("message.html") ? SubmitMessage.Clean(sent.Text("message")) : sent.Text("message"),
            MessageOnSubmitIsHtml = sent.Ticked("message.html"),
            Notice = (sent.Text("notice.version"), sent.Text("notice.text")) is var (version, text) && version.Length + text.Length > 0 ? new FormNotice(version, text) : null,
            RetentionDays = sent.Whole("retention", -1),
            DraftDays = sent.Whole("drafts", -1),
        };

        public FormField Field(FormField field)
        {
            var shape = FieldShape.Of(field);
            return field with
            {
                Caption = sent.Text("caption"),
                Alias = sent.Text("alias"),
                HelpText = sent.Text("help"),
                Required = shape.TakesAnswers && sent.Ticked("required"),
                RequiredErrorMessage = shape.TakesAnswers ? sent.Text("required.message") : field.RequiredErrorMessage,
                Placeholder = shape.IsText ? sent.Text("placeholder") : field.Placeholder,
                Pattern = shape.IsText ? sent.Text("pattern") : field.Pattern,
                PatternInvalidErrorMessage = shape.IsText ? sent.Text("pattern.message") : field.PatternInvalidErrorMessage,
                PreValues = shape.HasOptions ? sent.Options("options", field.PreValues) : field.PreValues,
                Condition = sent.Condition(),
                Settings = shape.Settings.Aggregate(field.Settings, (settings, setting) => sent.Setting(setting, field) is { Length: > 0 } value ? settings.SetItem(setting.Name, value) : settings.Remove(setting.Name)),
                Uploads = shape.HasUploads ? sent.Uploads() : field.Uploads,
            };
        }

        /// <summary>A button without words and a mark without a sign are of no use to anybody.</summary>
        private string Or(string name, string usual) => sent.Text(name) is { Length: > 0 } text ? text : usual;

        private string Setting(FieldSetting setting, FormField field) => $"setting.{setting.Name}" is var name && setting.IsSwitch ? (sent.Ticked(name) ? "true" : "")
            // What is usual and was never said stays unsaid.
            : setting.Choices is [var usual, ..] && field.Setting(setting.Name).Length == 0 && sent.Text(name) == usual ? ""
            : setting.IsLong ? PartWords.Lines(sent.Options(name, RatingMatrix.Scale(field)))
            : sent.Text(name);

        private FileUploadOptions Uploads()
        {
            const long Megabyte = 1024 * 1024;
            var most = sent.Whole("uploads.files", 0);
            ImmutableArray<string> extensions =
            [
                .. sent.Text("uploads.extensions").ToLowerInvariant().Split([',', ' ', '\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => word.TrimStart('.')).Distinct().Take(60),
            ];
            return new FileUploadOptions(sent.Ticked("uploads.all"), extensions, most > 1) { MaxFiles = most, MaxBytes = Math.Clamp(sent.Whole("uploads.megabytes", 0), 0, 100_000) * Megabyte };
        }
    }

    /// <summary>Of the words of an option, a value that none before it has.</summary>
    private static string Unlike(string line, IEnumerable<PreValue> before)
    {
        var words = FieldAlias.Value(line) is { Length: > 0 } known ? known : "opcion";
        var taken = before.Select(option => option.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var value = words;
        for (var number = 2; taken.Contains(value); number++) value = $"{words}_{number}";
        return value;
    }

    /// <summary>A new question of a kind, named by its words.</summary>
    public static FormField New(IFieldKind kind, string caption, FormDefinition form) => new()
    {
        Id = Guid.NewGuid(),
        Alias = FieldAlias.Of(caption, form),
        Caption = caption,
        Type = kind.Id,
        Uploads = kind == FieldKinds.FileUpload ? new FileUploadOptions(false, ["pdf", "jpg", "jpeg", "png"], false) : null,
    };
}
