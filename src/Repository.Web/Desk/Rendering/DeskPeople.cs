using Microsoft.Extensions.Localization;
using Repository.Web.Resources;

namespace Repository.Web.Desk.Rendering;

/// <summary>What the people are called who stand in the change log by their keys, and the parts of the house that stand there by a word.</summary>
internal sealed class DeskPeople(IReadOnlyDictionary<string, string> names, IStringLocalizer<DeskTexts> texts)
{
    public string Name(string by)
    {
        if (names.TryGetValue(by, out var name)) return name;
        if (Guid.TryParse(by, out _)) return texts["Desk.SomebodyFormer"];
        return texts[$"Desk.By.{by}"] is { ResourceNotFound: false } word ? word : by;
    }
}
