using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Repository.Core.Forms.Kinds;

/// <summary>Every kind there is (docs/forms.md lists their ids). A new one is a file beside the others and a line here.</summary>
public static class FieldKinds
{
    public static readonly IFieldKind ShortAnswer = new ShortAnswer();
    public static readonly IFieldKind LongAnswer = new LongAnswer();
    public static readonly IFieldKind Dropdown = new Dropdown();
    public static readonly IFieldKind MultipleChoice = new MultipleChoice();
    public static readonly IFieldKind SingleChoice = new SingleChoice();
    public static readonly IFieldKind Checkbox = new Tick("d5c0c390-ae9a-11de-a69e-666455d89593", "Checkbox");
    public static readonly IFieldKind DataConsent = new Tick("a72c9df9-3847-47cf-afb8-b86773fd12cd", "Data consent");
    public static readonly IFieldKind Date = new DateField();
    public static readonly IFieldKind RatingMatrix = new RatingMatrix();
    public static readonly IFieldKind Ranking = new Ranking();
    public static readonly IFieldKind FileUpload = new FileUpload();
    public static readonly IFieldKind Heading = new Heading();
    public static readonly IFieldKind Municipality = new MunicipalityField();

    public static readonly ImmutableArray<IFieldKind> All =
    [
        ShortAnswer, LongAnswer, Dropdown, MultipleChoice, SingleChoice, Checkbox, DataConsent, Date, RatingMatrix, Ranking, FileUpload, Heading, Municipality,
    ];

    private static readonly FrozenDictionary<Guid, IFieldKind> ById = All.ToFrozenDictionary(kind => kind.Id);

    public static IFieldKind? Find(Guid id) => ById.GetValueOrDefault(id);
}
