using System.Collections.Immutable;
using Repository.Core.Forms;
using Repository.Core.Forms.Kinds;
using Repository.Core.Forms.Mail;

namespace Repository.Web.Desk.Forms;

/// <summary>What can be said of a question of a kind, and so which controls the builder shows for it.</summary>
internal sealed record FieldShape(ImmutableArray<FieldSetting> Settings)
{
    private static readonly FieldSetting Number = new("number");
    private static readonly FieldSetting Longest = new("maximumLength") { IsNumber = true };
    private static readonly FieldSetting Positions = new("positions") { IsNumber = true };
    private static readonly FieldSetting Scale = new("scale") { IsLong = true };
    private static readonly FieldSetting[] Dates = [new("precision") { Choices = ["day", "month"] }, new("minimum"), new("maximum")];
    private static readonly FieldSetting[] Line = [new("fieldType") { Choices = ["text", "email", "url", "tel", "number"] }, Longest, new(Acknowledging.Setting) { IsSwitch = true }];

    public bool IsText { get; init; }

    public bool HasOptions { get; init; }

    public bool HasUploads { get; init; }

    public bool TakesAnswers { get; init; } = true;

    public static FieldShape Of(FormField field) => field.Type switch
    {
        var type when type == FieldKinds.ShortAnswer.Id => new([Number, .. Line]) { IsText = true },
        var type when type == FieldKinds.LongAnswer.Id => new([Number, Longest, new("numberOfRows") { IsNumber = true }]) { IsText = true },
        var type when type == FieldKinds.Dropdown.Id => new([Number, new("allowMultipleSelections") { IsSwitch = true }]) { HasOptions = true },
        var type when type == FieldKinds.MultipleChoice.Id || type == FieldKinds.SingleChoice.Id => new([Number]) { HasOptions = true },
        var type when type == FieldKinds.RatingMatrix.Id => new([Number, Scale]) { HasOptions = true },
        var type when type == FieldKinds.Ranking.Id => new([Number, Positions]) { HasOptions = true },
        var type when type == FieldKinds.Date.Id => new([Number, .. Dates]),
        var type when type == FieldKinds.FileUpload.Id => new([Number]) { HasUploads = true },
        var type when type == FieldKinds.Heading.Id => new([Number]) { TakesAnswers = false },
        _ => new([Number]),
    };
}

/// <summary>A setting of a kind of field, by the name its kind knows it by.</summary>
internal sealed record FieldSetting(string Name)
{
    public ImmutableArray<string> Choices { get; init; } = [];

    public bool IsNumber { get; init; }

    public bool IsSwitch { get; init; }

    public bool IsLong { get; init; }
}
