using Microsoft.Extensions.Localization;
using Repository.Core.Accounts;
using Repository.Web.Desk.Serving;
using Repository.Web.Resources;

namespace Repository.Web.Desk.Rendering;

/// <summary>Looks up what the people are called whom the change log keeps by their keys.</summary>
internal sealed class PeopleNames(IAccountStore accounts, IStringLocalizer<DeskTexts> texts)
{
    public async Task<DeskPeople> OfAsync(HttpContext http)
    {
        var known = await accounts.ReadAsync(reader => reader.AccountsAsync(), http.RequestAborted);
        var names = known.ToDictionary(account => account.Key.ToString("d"), account => account.Name);
        names[http.Person.By] = http.Person.Name;
        return new DeskPeople(names, texts);
    }
}
