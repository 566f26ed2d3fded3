namespace Repository.Web.Desk.Serving;

/// <summary>Marks an address of the desk at which nothing is changed, whatever is sent there: it needs no token, and whoever is lured there has only looked at a page.</summary>
internal sealed class KeepsNothing
{
    public static readonly KeepsNothing Mark = new();
}
