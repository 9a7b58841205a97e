package io.shiplift.migration;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import io.shiplift.journal.Journal;
import io.shiplift.journal.JournalKind;
import io.shiplift.journal.Subject;
import io.shiplift.plan.CanonicalJson;
import io.shiplift.plan.Plan;
import io.shiplift.plan.PlanHash;
import io.shiplift.security.Member;
import io.shiplift.security.NotFound;
import io.shiplift.security.Role;
import jakarta.persistence.EntityManager;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Creates migrations, keeps their draft answers and freezes their plans. Every call names
 * the member, and a migration of another team is not found.
 */
@Component
public class Migrations {

	private static final String ID_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

	private final MigrationRepository migrations;

	private final ChosenAccounts accounts;

	private final EntityManager entities;

	private final Journal journal;

	private final List<FreezeGuard> guards;

	private final Clock clock;

	private final RandomGenerator random = RandomGenerator.of("SecureRandom");

	Migrations(MigrationRepository migrations, ChosenAccounts accounts, EntityManager entities, Journal journal,
			List<FreezeGuard> guards, Clock clock) {
		this.migrations = migrations;
		this.accounts = accounts;
		this.entities = entities;
		this.journal = journal;
		this.guards = guards;
		this.clock = clock;
	}

	@Transactional
	public Migration create(String name, Member member) {
		return create(name, new AccountChoice(null, null), member);
	}

	/** Creates one that works with connections of the team, or in practice. */
	@Transactional
	public Migration create(String name, AccountChoice choice, Member member) {
		member.require(Role.OPERATOR);
		String source = this.accounts.words(choice, member);
		Migration migration = new Migration(freeId(), member.teamId(), name, member.userId(), this.clock.instant());
		migration.connect(choice);
		this.migrations.save(migration);
		journal(JournalKind.MIGRATION, migration, member, "Migration " + name + " created with " + source);
		return migration;
	}

	/** Lets a migration work with other connections, as far as nothing was built yet. */
	@Transactional
	public void connect(String id, AccountChoice choice, Member member) {
		member.require(Role.OPERATOR);
		Migration migration = find(id, member);
		if (migration.planNumber() > 0 && migration.practice() != (choice.heroku() == null)) {
			throw new NotNow("A plan is frozen already, so practice cannot turn into a real one or back."
					+ " Start another migration.");
		}
		String source = this.accounts.words(choice, member);
		this.accounts.refuseMove(migration, choice, this.migrations.begun(id), member);
		migration.connect(choice);
		journal(JournalKind.MIGRATION, migration, member, "Works with " + source + " from now on");
	}

	@Transactional(readOnly = true)
	public Migration find(String id, Member member) {
		return this.migrations.findByIdAndTeamId(id, member.teamId())
			.orElseThrow(() -> new NotFound("migration " + id));
	}

	/** A migration for what happens by itself, without a person who asks. */
	@Transactional(readOnly = true)
	public Optional<Migration> known(String id) {
		return this.migrations.findById(id);
	}

	/** Migrations of the team, newest first. */
	@Transactional(readOnly = true)
	public List<Migration> all(Member member) {
		return this.migrations.findByTeamIdOrderByCreatedAtDescIdDesc(member.teamId());
	}

	/**
	 * Saves the draft answers.
	 * @param version the version the person saw
	 * @throws EditedMeanwhile if somebody else saved since
	 */
	@Transactional
	public Migration answer(String id, long version, String answers, String what, Member member) {
		member.require(Role.OPERATOR);
		Migration migration = unchanged(id, version, member);
		migration.answer(answers, member.userId(), this.clock.instant());
		journal(JournalKind.ANSWER, migration, member, what);
		return migration;
	}

	/** What keeps this plan from being frozen. */
	public List<FreezeGuard.Objection> objections(Migration migration, Plan plan) {
		return this.guards.stream().flatMap((guard) -> guard.objections(migration, plan).stream()).toList();
	}

	/** Lets every guard look again before a plan is frozen. */
	public void lookAgain(Migration migration) {
		this.guards.forEach((guard) -> guard.lookAgain(migration));
	}

	/**
	 * Freezes a plan made of the draft that the person saw.
	 * @throws FreezeRefused if a guard objects
	 */
	@Transactional
	public FrozenPlan freeze(String id, long version, Plan plan, Member member) {
		member.require(Role.OPERATOR);
		Migration migration = unchanged(id, version, member);
		String document = CanonicalJson.of(plan);
		String hash = PlanHash.of(document);
		Optional<FrozenPlan> newest = this.migrations.plan(id, migration.planNumber());
		if (newest.isPresent() && newest.get().hash().equals(hash)) {
			return newest.get();
		}
		List<FreezeGuard.Objection> objections = objections(migration, plan);
		if (!objections.isEmpty()) {
			throw new FreezeRefused(objections);
		}
		FrozenPlan frozen = new FrozenPlan(migration, migration.nextPlan(), hash, document, member.userId(),
				this.clock.instant());
		this.entities.persist(frozen);
		journal(JournalKind.PLAN, migration, member, "Plan " + frozen.number() + " frozen as " + hash);
		return frozen;
	}

	/** Frozen plans, newest first. */
	@Transactional(readOnly = true)
	public List<FrozenPlan> plans(Migration migration) {
		return this.migrations.plans(migration.id());
	}

	@Transactional(readOnly = true)
	public FrozenPlan newestPlan(Migration migration) {
		return this.migrations.plan(migration.id(), migration.planNumber())
			.orElseThrow(() -> new NotFound("plan " + migration.planNumber()));
	}

	@Transactional(readOnly = true)
	public FrozenPlan frozenPlan(Migration migration, int number) {
		return this.migrations.plan(migration.id(), number).orElseThrow(() -> new NotFound("plan " + number));
	}

	public Plan read(FrozenPlan frozen) {
		return CanonicalJson.read(frozen.document(), Plan.class);
	}

	Plan plan(String migrationId, int number) {
		return read(this.migrations.plan(migrationId, number).orElseThrow());
	}

	/** What every run has to say about the way it goes into AWS; may be empty. */
	String warning(Migration migration) {
		return this.accounts.warning(migration.awsConnectionId(), migration.teamId());
	}

	private Migration unchanged(String id, long version, Member member) {
		Migration migration = find(id, member);
		if (migration.version() != version) {
			throw new EditedMeanwhile(migration.editedBy(), migration.editedAt());
		}
		return migration;
	}

	private String freeId() {
		while (true) {
			StringBuilder id = new StringBuilder(8);
			id.append(ID_LETTERS.charAt(this.random.nextInt(24)));
			while (id.length() < 8) {
				id.append(ID_LETTERS.charAt(this.random.nextInt(ID_LETTERS.length())));
			}
			if (!this.migrations.existsById(id.toString())) {
				return id.toString();
			}
		}
	}

	private void journal(JournalKind kind, Migration migration, Member member, String text) {
		this.journal.write(kind, Subject.migration(migration.teamId(), migration.id()), member.name(), text);
	}

}
