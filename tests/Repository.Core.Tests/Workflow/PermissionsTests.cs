using Repository.Core.Workflow;

namespace Repository.Core.Tests.Workflow;

public sealed class PermissionsTests
{
    private static readonly Guid Practices = Guid.NewGuid();
    private static readonly Guid Materials = Guid.NewGuid();

    [Theory]
    [InlineData(Role.Systematiser, Act.Write, true)]
    [InlineData(Role.Systematiser, Act.Review, false)]
    [InlineData(Role.Systematiser, Act.Publish, false)]
    [InlineData(Role.Reviewer, Act.Review, true)]
    [InlineData(Role.Reviewer, Act.Publish, false)]
    [InlineData(Role.Publisher, Act.Publish, true)]
    [InlineData(Role.Publisher, Act.Delete, false)]
    [InlineData(Role.Publisher, Act.ManageUsers, false)]
    [InlineData(Role.Translator, Act.Translate, true)]
    [InlineData(Role.Translator, Act.Write, false)]
    [InlineData(Role.Communicator, Act.Write, true)]
    [InlineData(Role.Communicator, Act.Publish, false)]
    [InlineData(Role.Publisher, Act.ExportEntries, false)]
    [InlineData(Role.Publisher, Act.EraseEntries, false)]
    [InlineData(Role.Reviewer, Act.ReadEntries, false)]
    [InlineData(Role.Systematiser, Act.ReadEntries, false)]
    [InlineData(Role.Systematiser, Act.BuildForms, false)]
    [InlineData(Role.Publisher, Act.Convene, true)]
    [InlineData(Role.Publisher, Act.Evaluate, false)]
    [InlineData(Role.Reviewer, Act.Convene, false)]
    [InlineData(Role.Reviewer, Act.Evaluate, false)]
    [InlineData(Role.Evaluator, Act.Evaluate, true)]
    [InlineData(Role.Evaluator, Act.Read, false)]
    [InlineData(Role.Evaluator, Act.Convene, false)]
    public void a_role_holds_what_it_is_trusted_with(Role role, Act act, bool expected) =>
        Assert.Equal(expected, Permissions.May(Holding(role, null), act, [Practices]));

    [Fact]
    public void an_administrator_may_do_everything()
    {
        var administrator = Holding(Role.Administrator, null);

        Assert.All(Enum.GetValues<Act>(), act => Assert.True(Permissions.May(administrator, act, [])));
    }

    [Fact]
    public void a_role_in_a_section_ends_where_the_section_ends()
    {
        var publisher = Holding(Role.Publisher, Practices);

        Assert.True(Permissions.May(publisher, Act.Publish, [Guid.NewGuid(), Practices]));
        Assert.False(Permissions.May(publisher, Act.Publish, [Guid.NewGuid(), Materials]));
        Assert.False(Permissions.May(publisher, Act.Publish, []));
    }

    [Fact]
    public void drafts_are_read_by_everyone_who_works_here() =>
        Assert.True(Permissions.May(Holding(Role.Translator, Practices), Act.Read, [Materials]));

    [Fact]
    public void an_administrator_of_a_section_does_not_manage_people()
    {
        var sectional = Holding(Role.Administrator, Practices);

        Assert.False(Permissions.May(sectional, Act.ManageUsers, [Practices]));
        Assert.False(Permissions.MaySomewhere(sectional, Act.ManageUsers));
    }

    [Theory]
    [InlineData(Act.BuildForms)]
    [InlineData(Act.ReadEntries)]
    public void forms_belong_to_no_section(Act act)
    {
        Assert.True(Permissions.May(Holding(Role.Publisher, null), act, []));
        Assert.False(Permissions.May(Holding(Role.Publisher, Practices), act, [Practices]));
        Assert.False(Permissions.MaySomewhere(Holding(Role.Administrator, Practices), act));
    }

    [Fact]
    public void whoever_holds_nothing_may_do_nothing()
    {
        var nobody = new Person(Guid.NewGuid(), "Nadie", []);

        Assert.All(Enum.GetValues<Act>(), act => Assert.False(Permissions.May(nobody, act, [Practices]) || Permissions.MaySomewhere(nobody, act)));
    }

    private static Person Holding(Role role, Guid? section) => new(Guid.NewGuid(), "Alguien", [new Grant(role, section)]);
}
