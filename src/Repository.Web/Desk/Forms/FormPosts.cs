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

    extension(IFormCollection sent)
    {
        /// <summary>Without blanks at the ends, with lines as we keep them, and never beyond all measure.</summary>
        public string Text(string name)
        {
            var text = sent[name].ToString().ReplaceLineEndings("\n").Trim();
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
                rules.Add(new ConditionRule(field, Enum.TryParse<ConditionOperator>(operators[row], out var known) && Enum.IsDefined(known) ? known : ConditionOperator.Is, (values[row] ?? "").Trim()));
            }

            return rules.Count == 0 ? null : new FieldCondition(sent.Word("condition.action", ConditionAction.Show), sent.Word("condition.logic", ConditionLogic.All), rules.ToImmutable());
        }

        /// <summary>Options, one a line: <c>value=what people read</c>. A line that is not in two parts keeps the value it had, or gets one of its own words.</summary>
        public ImmutableArray<PreValue> Options(ImmutableArray<PreValue> before)
        {
            var options = ImmutableArray.CreateBuilder<PreValue>();
            foreach (var line in sent.Text("options").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(FormLimits.Choices + 1))
            {
                var end = line.IndexOf('=', StringComparison.Ordinal);
                options.Add(end > 0
                    ? new PreValue(line[..end].Trim(), line[(end + 1)..].Trim())
                    : new PreValue(before.FirstOrDefault(option => option.Caption == line)?.Value ?? FieldAlias.Value(line), line.TrimStart('=').Trim()));
            }

            return options.ToImmutable();
        }

        public FormDefinition Settings(FormDefinition form) => form with
        {
            Name = sent.Text("name"),
            Alias = sent.Text("alias"),
            Purpose = sent.Word("purpose", form.Purpose),
            Origin = sent.Text("origin"),
            FolioPrefix = sent.Text("prefix").ToUpperInvariant(),
            Indication = sent.Word("indication", form.Indication),
            Indicator = sent.Text("indicator"),
            ShowValidationSummary = sent.Ticked("summary"),
            PreviousLabel = sent.Text("previous"),
            NextLabel = sent.Text("next"),
            SubmitLabel = sent.Text("submit"),
            MessageOnSubmit = sent.Text("message"),
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
                PreValues = shape.HasOptions ? sent.Options(field.PreValues) : field.PreValues,
                Condition = sent.Condition(),
                Settings = shape.Settings.Aggregate(field.Settings, (settings, setting) => sent.Setting(setting) is { Length: > 0 } value ? settings.SetItem(setting.Name, value) : settings.Remove(setting.Name)),
                Uploads = shape.HasUploads ? sent.Uploads() : field.Uploads,
            };
        }

        private string Setting(FieldSetting setting) => setting.Choices.IsEmpty && setting.IsSwitch ? (sent.Ticked($"setting.{setting.Name}") ? "true" : "") : sent.Text($"setting.{setting.Name}");

        private FileUploadOptions Uploads()
        {
            const long Megabyte = 1024 * 1024;
            var most = sent.Whole("uploads.files", 0);
            ImmutableArray<string> extensions =
            [
                .. sent.Text("uploads.extensions").ToLowerInvariant().Split([',', ' ', '\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => word.TrimStart('.')).Distinct().Take(60),
            ];
            return new FileUploadOptions(false, extensions, most > 1) { MaxFiles = most, MaxBytes = Math.Clamp(sent.Whole("uploads.megabytes", 0), 0, 100_000) * Megabyte };
        }
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
