package io.shiplift.mover.main;

import java.io.PrintStream;

import io.shiplift.mover.AheadJob;
import io.shiplift.mover.ConvertCheckJob;
import io.shiplift.mover.ConvertJob;
import io.shiplift.mover.CopyJob;
import io.shiplift.mover.DumpJob;
import io.shiplift.mover.FileCheckJob;
import io.shiplift.mover.FileJob;
import io.shiplift.mover.FinishJob;
import io.shiplift.mover.FollowJob;
import io.shiplift.mover.Job;
import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.ReleaseJob;
import io.shiplift.mover.VerifyJob;
import io.shiplift.mover.ahead.Ahead;
import io.shiplift.mover.ahead.Finish;
import io.shiplift.mover.ahead.Follow;
import io.shiplift.mover.ahead.ProofOfCopy;
import io.shiplift.mover.ahead.Release;
import io.shiplift.mover.copy.Copy;
import io.shiplift.mover.file.Check;
import io.shiplift.mover.file.Dump;
import io.shiplift.mover.file.Restore;
import io.shiplift.mover.mysql.Convert;
import io.shiplift.mover.mysql.ConvertCheck;
import io.shiplift.mover.verify.Verify;
import io.shiplift.mover.work.Report;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a job from the standard input, does it in the working directory and ends. The
 * exit code is 0 if the job was done.
 */
public final class Mover {

	private Mover() {
	}

	public static void main(String[] arguments) {
		PrintStream lines = System.out;
		System.setOut(System.err);
		JsonMapper json = JsonMapper.builder().build();
		Report report = new Report(lines, json);
		report.started();
		System.exit(run(json, report) ? 0 : 1);
	}

	private static boolean run(JsonMapper json, Report report) {
		try {
			report.done(perform(json.readValue(System.in, Job.class), report));
			return true;
		}
		catch (JacksonException ex) {
			report.failed("The job was not understood, or its start was interrupted. Start it again.");
		}
		catch (MoverProblem ex) {
			report.failed(String.valueOf(ex.getMessage()));
		}
		catch (OutOfMemoryError ex) {
			report.failed("A single row is too large for the mover's memory.");
		}
		catch (RuntimeException ex) {
			ex.printStackTrace();
			report.failed("Something unforeseen happened in the mover: " + ex.getClass().getSimpleName() + ".");
		}
		return false;
	}

	private static Object perform(Job job, Report report) {
		return switch (job) {
			case CopyJob copy -> new Copy(copy, report).run();
			case VerifyJob verify -> new Verify(verify, report, ProofOfCopy.of(verify)).run();
			case FileJob file -> new Restore(file, report).run();
			case DumpJob dump -> new Dump(dump, report).run();
			case FileCheckJob check -> new Check(check, report).run();
			case AheadJob ahead -> new Ahead(ahead, report).run();
			case FollowJob follow -> new Follow(follow.ahead(), report).run();
			case FinishJob finish -> new Finish(finish, report).run();
			case ReleaseJob release -> new Release(release, report).run();
			case ConvertJob convert -> new Convert(convert, report).run();
			case ConvertCheckJob check -> new ConvertCheck(check, report).run();
		};
	}

}
