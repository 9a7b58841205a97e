package io.shiplift.repository;

import java.util.HashMap;
import java.util.Map;

import io.shiplift.repository.Proposal.State;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for shapes of apps that were met in public repositories, in our own words.
 */
class AppShapesTests {

	private static final String BASE = "import os\nDEBUG = True\nALLOWED_HOSTS = ['*']\nSECRET_KEY = 'only-for-developers-9876'\n";

	private final Map<String, String> files = new HashMap<>(Map.of("requirements.txt", "Django==5.2\n", "manage.py",
			"import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings.local')\n",
			"shop/settings/base.py", BASE, "shop/settings/local.py", "from .base import *\nDEBUG = True\n"));

	@Test
	void takesSettingsOfProductionUnderAnyName() {
		this.files.put("shop/settings/harbour.py", "from .base import *\nDEBUG = TEMPLATE_DEBUG = False\n");
		this.files.put("shop/settings/static.py", "from .base import *\n");
		assertThat(scan().value(Topic.SETTINGS_MODULE)).isEqualTo("shop.settings.harbour");
	}

	@Test
	void findsTheBrokerInSettingsOfWorkers() {
		production("CACHES = {}\n");
		this.files.put("jobs/settings.py",
				"from shop.settings.production import *\nCELERY_BROKER_URL = os.environ['QUEUE_URL']\nCELERY_BEAT_SCHEDULER = 'django_celery_beat.schedulers:DatabaseScheduler'\n");
		this.files.put("jobs/celery.py",
				"import os\nfrom celery import Celery\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'jobs.settings')\napp = Celery('jobs')\n");
		RepositoryScan scan = scan();
		assertThat(scan.first(Topic.BROKER)).map(Conclusion::place).contains("jobs/settings.py:2");
		assertThat(scan.value(Topic.SCHEDULE, "*")).contains("kept in the database");
		assertThat(scan.proposal("broker-tls").orElseThrow().patch()).contains("+++ b/jobs/settings.py");
	}

	@Test
	void findsHealthPathsAsTheyAreWritten() {
		production("");
		this.files.put("shop/asgi/__init__.py", "application = check(application, \"/health/\")\n");
		assertThat(scan().value(Topic.HEALTH_PATH)).isEqualTo("/health/");
		this.files.put("shop/urls.py",
				"urlpatterns = [path('healthz', well), path('settings/celery/ping/', celery)]\n");
		assertThat(scan().value(Topic.HEALTH_PATH)).isEqualTo("/healthz");
		assertThat(scan().all(Topic.HEALTH_PATH)).hasSize(2);
	}

	@Test
	void seesEveryStorageThatConfigVarsChoose() {
		production("STORAGES = {'default': {'BACKEND': 'django.core.files.storage.FileSystemStorage'}}\n"
				+ "if 'AWS_BUCKET' in os.environ:\n    STORAGES['default']['BACKEND'] = 'storages.backends.s3.S3Storage'\n"
				+ "if 'GS_BUCKET' in os.environ:\n    STORAGES['default']['BACKEND'] = 'storages.backends.gcloud.GoogleCloudStorage'\n");
		assertThat(scan().all(Topic.UPLOADS)).extracting(Conclusion::value)
			.containsExactly("s3", "storages.backends.gcloud.GoogleCloudStorage");
		assertThat(scan().proposal("uploads").orElseThrow().state()).isEqualTo(State.LOOK);
	}

	@Test
	void keepsUploadsOfPackagesInMind() {
		production("MEDIA_ROOT = '/app/media'\n");
		assertThat(scan().proposal("uploads")).isEmpty();
		this.files.put("requirements.txt", "Django==5.2\nwagtail==7.0\n");
		assertThat(scan().proposal("uploads").orElseThrow().state()).isEqualTo(State.NEEDED);
	}

	@Test
	void tellsVariablesThatAreNeeded() {
		production("A = os.environ['NEEDED']\nB = os.environ.get('ASKED')\nC = os.getenv('NUMBER', 5)\n"
				+ "if 'GUARDED' in os.environ:\n    D = os.environ['GUARDED']\nif A:\n    E = os.environ['SOMETIMES']\n");
		assertThat(scan().all(Topic.VARIABLE)).filteredOn((read) -> read.confidence() == Confidence.CERTAIN)
			.extracting(Conclusion::name)
			.containsExactly("NEEDED");
	}

	@Test
	void tellsSecretsThatProductionReplaces() {
		production("SECRET_KEY = os.environ['SECRET_KEY']\nEMAIL_HOST_PASSWORD = 'really-in-use-4711'\n");
		assertThat(scan().all(Topic.HARD_CODED_SECRET))
			.filteredOn((secret) -> secret.confidence() == Confidence.CERTAIN)
			.extracting(Conclusion::name)
			.containsExactly("EMAIL_HOST_PASSWORD");
	}

	@Test
	void takesOnlyTheHostsThatCount() {
		production("ALLOWED_HOSTS = os.environ['ALLOWED_HOSTS'].split(',')\nif DEBUG:\n    ALLOWED_HOSTS += ['*']\n");
		assertThat(scan().proposal("allowed-hosts").orElseThrow().state()).isEqualTo(State.NEEDED);
		production("ALLOWED_HOSTS = [*ALLOWED_HOSTS, 'www.example.com']\n");
		assertThat(scan().proposal("allowed-hosts").orElseThrow().state()).isEqualTo(State.FINE);
	}

	@Test
	void leavesAProxyOfOnesOwnToPeople() {
		production("SECURE_PROXY_SSL_HEADER = ('HTTP_CDN_TLS', '1')\n");
		assertThat(scan().proposal("proxy-header").orElseThrow().state()).isEqualTo(State.LOOK);
		assertThat(scan().proposal("csrf-origins").orElseThrow().state()).isEqualTo(State.FINE);
	}

	@Test
	void seesChecksThatWereSwitchedOffByAnElement() {
		production("options = {}\noptions['ssl_cert_reqs'] = None\n");
		assertThat(scan().proposal("cache-tls").orElseThrow().state()).isEqualTo(State.NEEDED);
	}

	@Test
	void readsConditionsWithAFunctionInBrackets() {
		this.files.put("shop/orders.py", "if list(filter(lambda x: x < 0, [a, b])):\n    print(a)\n");
		assertThat(scan().all(Topic.PROBLEM)).noneMatch((problem) -> problem.file().equals("shop/orders.py"));
	}

	private void production(String more) {
		this.files.put("shop/settings/production.py", "from .base import *\nDEBUG = False\n" + more);
	}

	private RepositoryScan scan() {
		return RepositoryScanner.scan(SourceTrees.of(this.files));
	}

}
